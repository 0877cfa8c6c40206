import type { Experiment } from '../experiment/experiment.ts';
import type { Key, Value } from '../experiment/keys.ts';
import type { Choice } from '../parts/variant.ts';
import { printNumber } from './parse-number.ts';

/** Canonical text of a choice: `leaky-relu(0.2)`. */
const printChoice = ({ name, parameter }: Choice): string => (parameter === null ? name : `${name}(${printNumber(parameter)})`);

/** Canonical text of a value, which reads back as the same value. */
export const printValue = (key: Key, value: Value): string => {
  if (value === null) return (key.kind === 'number' ? key.nullWord : null) ?? 'auto';
  if (typeof value === 'number') return printNumber(value);
  return typeof value === 'boolean' ? String(value) : printChoice(value);
};

/** Canonical text of one pair: `act=sigmoid`. */
export const printPair = (key: Key, experiment: Experiment): string => `${key.name}=${printValue(key, experiment[key.field])}`;
