import { meansSomething } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { type Key, keys } from '../experiment/keys.ts';
import { printNetwork } from '../query/print-query.ts';
import { printValue } from '../query/print-value.ts';

/** What tells networks from each other, in as few words as do: `relu + he-normal`, `depth 10`; empty for a single one. */
export const namesApart = (experiments: readonly Experiment[]): readonly string[] => {
  const telling = keys.filter((key) => new Set(experiments.map((experiment) => printValue(key, experiment[key.field]))).size > 1);
  const names = experiments.map((experiment) => nameBy(telling, experiment));
  const areTold = names.every((name, index) => name !== '' && names.indexOf(name) === index);
  return areTold || experiments.length < 2 ? names : experiments.map((experiment) => printNetwork(experiment));
};

const nameBy = (telling: readonly Key[], experiment: Experiment): string =>
  telling
    .filter((key) => meansSomething(key, experiment))
    .map((key) => nameOf(key, experiment))
    .filter((name) => name !== '')
    .join(' + ');

/** A number needs its key; what a network has by itself is not worth a word. */
const nameOf = (key: Key, experiment: Experiment): string => {
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
      return value === key.nullWord ? '' : `${key.name} ${value}`;
    default:
      return key satisfies never;
  }
};
