import { complete } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { keyOf } from '../experiment/keys.ts';
import type { Axis, Question } from '../experiment/question.ts';
import { parseValue } from './parse-value.ts';

/** The networks that a question measures, in the order in which they are shown; the last axis runs fastest. */
export const networksOf = (question: Question): readonly Experiment[] => {
  switch (question.kind) {
    case 'network':
    case 'training':
    case 'fix':
      return [question.experiment];
    case 'comparison':
    case 'sweep':
    case 'map':
      return networksAlong(question.experiment, question.axes);
    case 'versus':
      return question.experiments;
    case 'explain':
    case 'list':
    case 'help':
      return [];
    default:
      return question satisfies never;
  }
};

/** A network for every combination of the values of the axes; the last axis runs fastest. */
export const networksAlong = (experiment: Experiment, axes: readonly Axis[]): readonly Experiment[] =>
  axes.reduce<readonly Experiment[]>(
    (networks, axis) => networks.flatMap((network) => valuesOf(axis).map((change) => complete(change, network))),
    [experiment],
  );

const valuesOf = ({ key, values }: Axis): readonly Partial<Experiment>[] =>
  values.flatMap((text) => {
    const parsed = parseValue(keyOf[key], text);
    return parsed.kind === 'read' ? [{ [key]: parsed.read }] : [];
  });
