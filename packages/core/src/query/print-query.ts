import { applies } from '../experiment/applicable.ts';
import { complete, defaultExperiment, defaultsFor, meansSomething, scopeAlong } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { type Key, keyOf, keys } from '../experiment/keys.ts';
import type { Axis, Question } from '../experiment/question.ts';
import { printNumber } from './parse-number.ts';
import { printPair, printValue } from './print-value.ts';

/**
 * Canonical text of a question: keys in their fixed order, `depth` always and `act` wherever it means something, everything
 * else where it differs from the default. Reads back as the same question, and so gives the same answer.
 */
export const printQuery = (question: Question): string => {
  switch (question.kind) {
    case 'network':
    case 'training':
      return printNetwork(question.experiment);
    case 'comparison':
    case 'sweep':
    case 'map':
      return printNetwork(question.experiment, question.axes);
    case 'versus':
      return printSides(question.experiments);
    case 'fix':
      return `fix ${printNetwork(question.experiment)}`;
    case 'explain':
    case 'list':
    case 'help':
      return question.topic === null ? question.kind : `${question.kind} ${question.topic}`;
    default:
      return question satisfies never;
  }
};

const alwaysPrinted: readonly Key[] = [keyOf.depth, keyOf.activation];

/** Canonical text of a network, trained or not, along the axes in which it varies. */
export const printNetwork = (experiment: Experiment, axes: readonly Axis[] = []): string => {
  const scope = scopeAlong(experiment, axes);
  const defaults = defaultsFor(experiment.task, axes);
  return keys
    .flatMap((key) => {
      const axis = axes.find((one) => one.key === key.field);
      if (axis !== undefined) return [`${key.name}=${printAxis(key, axis)}`];
      const isExpected = alwaysPrinted.includes(key) && applies(key.field, scope);
      return isExpected || isTold(key, experiment, defaults) ? [printPair(key, experiment)] : [];
    })
    .join(' ');
};

/** Where the task is not the usual one it brings its own defaults along, and is told itself. */
const isTold = (key: Key, experiment: Experiment, defaults: Experiment): boolean =>
  differs(key, experiment, key === keyOf.task ? defaultExperiment : defaults);

const differs = (key: Key, one: Experiment, other: Experiment): boolean =>
  printValue(key, one[key.field]) !== printValue(key, other[key.field]);

/** What stands behind the name of a key that is varied: `sigmoid,relu`, `2..64:20`. */
export const printAxis = (key: Key, { values, written }: Axis): string => {
  if (written.kind === 'list') return printList(key, values);
  const points = written.points === null ? '' : `:${written.points}`;
  return `${printNumber(written.low)}..${printNumber(written.high)}${points}`;
};

/** `gain=1,5` could be one number with a decimal comma, so a list of two whole numbers shows a fraction: `gain=1.0,5`. */
const printList = (key: Key, values: readonly string[]): string => {
  const [first = '', ...others] = values;
  const isAmbiguous = key.kind === 'number' && values.length === 2 && values.every((value) => /^\d+$/.test(value));
  return [isAmbiguous ? `${first}.0` : first, ...others].join(',');
};

/** The first network in full, of the others what differs from the first. */
const printSides = (experiments: readonly Experiment[]): string => {
  const [first = defaultExperiment, ...others] = experiments;
  const changes = others.map((other) => {
    const expected = complete({ task: other.task }, first);
    return keys
      .filter((key) => differs(key, other, key === keyOf.task ? first : expected) && meansSomething(key, other))
      .map((key) => printPair(key, other))
      .join(' ');
  });
  return [printNetwork(first), ...changes].join(' vs ');
};
