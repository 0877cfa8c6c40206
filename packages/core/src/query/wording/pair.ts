import type { IntegerKey, Key, NumberKey } from '../../experiment/keys.ts';
import { printNumber } from '../parse-number.ts';

/** A key with limits. */
export type Bounded = IntegerKey | NumberKey;

/** What is allowed of a key with limits: its range, and the word it has for none. */
export const allowedFor = (key: Bounded): readonly string[] => {
  const range = `${printNumber(key.minimum)} to ${printNumber(key.maximum)}`;
  const word = key.kind === 'number' ? key.nullWord : null;
  return word === null ? [range] : [range, word];
};

/** A key and a value as they are typed. */
export const pair = (key: Key, value: string): string => `${key.name}=${value}`;
