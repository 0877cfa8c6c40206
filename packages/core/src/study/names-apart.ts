import { meansSomething } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { type Key, keys } from '../experiment/keys.ts';
import { printNetwork } from '../query/print-query.ts';
import { printValue } from '../query/print-value.ts';

/** What tells networks from each other, in as few words as do: `relu + he-normal`, `depth 10`; empty for a single one. */
export const namesApart = (experiments: readonly Experiment[]): readonly string[] => {
  const telling = keys.filter((key) => new Set(experiments.map((experiment) => printValue(key, experiment[key.field]))).size > 1);
  const [brief, full] = [false, true].map((isFull) => experiments.map((experiment) => nameBy(telling, experiment, isFull)));
  const told = [brief, full].find((names) => names !== undefined && areApart(names));
  return told ?? experiments.map((experiment) => printNetwork(experiment));
};

const areApart = (names: readonly string[]): boolean =>
  names.length < 2 || names.every((name, index) => name !== '' && names.indexOf(name) === index);

const nameBy = (telling: readonly Key[], experiment: Experiment, isFull: boolean): string =>
  telling
    .filter((key) => meansSomething(key, experiment))
    .map((key) => nameOf(key, experiment, isFull))
    .filter((name) => name !== '')
    .join(' + ');

/** A number needs its key; what a network has by itself is not worth a word, unless nothing else tells it apart: `gain auto`. */
const nameOf = (key: Key, experiment: Experiment, isFull: boolean): string => {
  const value = printValue(key, experiment[key.field]);
  switch (key.kind) {
    case 'choice':
      if (key.isTelling === true) return value;
      return value === 'none' ? `no ${key.name}` : `${value} ${key.name}`;
    case 'flag':
      return value === 'true' ? key.name : `not ${key.name}`;
    case 'integer':
      return `${key.name} ${value}`;
    case 'number':
      return value === key.nullWord && !isFull ? '' : `${key.name} ${value}`;
    default:
      return key satisfies never;
  }
};
