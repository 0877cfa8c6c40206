import type { Issue } from '../../experiment/issue.ts';
import type { ChoiceKey, IntegerKey, Key } from '../../experiment/keys.ts';
import { variantsOf } from '../../parts/shelf.ts';
import { cut, mistake, quote } from '../mistake.ts';
import { printNumber } from '../parse-number.ts';
import { allowedFor, type Bounded, pair } from './pair.ts';

export const valueMissing = (key: Key): Issue =>
  mistake({ field: key.field, given: '', problem: `${key.name} has no value`, nearest: key.example });

export const entryMissing = (key: Key, given: string): Issue =>
  mistake({ field: key.field, given, problem: `nothing stands beside a comma of ${pair(key, quote(given))}` });

export const unknownValue = (key: ChoiceKey, given: string, nearest: string | null): Issue => {
  const names = variantsOf(key.shelf).map(({ name }) => name);
  const shown = nearest?.slice(nearest.startsWith(`${key.name}=`) ? key.name.length + 1 : 0);
  const problem = `unknown ${key.noun} ${quote(given)}`;
  return mistake({ field: key.field, given, problem, nearest, allowed: names, ...(shown === undefined ? {} : { shown }) });
};

export const takesNoNumber = (key: ChoiceKey, given: string, name: string): Issue =>
  mistake({ field: key.field, given, problem: `${name} takes no number in parentheses`, nearest: pair(key, name) });

export const wrongParameter = (key: ChoiceKey, given: string, nearest: string | null, facts: ParameterFacts): Issue => {
  const { name, parameter, minimum, maximum, isWhole } = facts;
  const range = `${isWhole ? 'whole numbers from ' : ''}${printNumber(minimum)} to ${printNumber(maximum)}`;
  const problem = `the ${parameter} of ${name} cannot be ${quote(given)}`;
  return mistake({ field: key.field, given, problem, nearest, allowed: [range], label: 'allowed' });
};

/** What a variant says about the number in its parentheses. */
export interface ParameterFacts {
  readonly name: string;
  readonly parameter: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly isWhole: boolean;
}

export const notANumber = (key: Bounded, given: string, nearest: string | null): Issue => {
  const kind = key.kind === 'integer' ? 'a whole number' : 'a plain decimal number';
  return mistake({
    field: key.field,
    given,
    problem: `${pair(key, quote(given))} is not ${kind}`,
    nearest,
    allowed: allowedFor(key),
    label: 'allowed',
  });
};

export const outOfRange = (key: Bounded, given: string, value: number): Issue => {
  const isBelow = value < key.minimum;
  const limit = isBelow ? key.minimum : key.maximum;
  const side = isBelow
    ? `below ${printNumber(limit)}: ${key.because.minimum}`
    : `above ${printNumber(limit)}, ${key.because.maximum}`;
  const problem = `${pair(key, cut(given))} is ${side}`;
  return mistake({
    field: key.field,
    given,
    problem,
    nearest: pair(key, printNumber(limit)),
    allowed: allowedFor(key),
    label: 'allowed',
  });
};

export const notAFlag = (key: Key, given: string): Issue => {
  const problem = `${pair(key, quote(given))} is neither yes nor no`;
  return mistake({ field: key.field, given, problem, nearest: key.example, allowed: ['true', 'false'], label: 'allowed' });
};

export const decimalComma = (key: Key, given: string): Issue => {
  const [whole = '', fraction = ''] = given.split(',');
  const problem = `${pair(key, quote(given))} may be one number or two: write ${pair(key, `${whole}.${fraction}`)}, or ${pair(key, `${whole}.0,${fraction}`)}`;
  return mistake({ field: key.field, given, problem, nearest: pair(key, `${whole}.${fraction}`) });
};

export const groupedDigits = (key: IntegerKey, given: string, digits: string): Issue =>
  mistake({
    field: key.field,
    given,
    problem: `${pair(key, quote(given))} groups digits by commas, which separate lists here`,
    nearest: pair(key, printNumber(Math.min(Number(digits), key.maximum))),
  });

export const tooSmall = (key: Bounded, given: string): Issue =>
  mistake({
    field: key.field,
    given,
    problem: `${pair(key, cut(given))} is too small to be told from 0`,
    nearest: pair(key, printNumber(key.minimum)),
  });
