import type { Issue } from '../experiment/issue.ts';
import type { ChoiceKey, IntegerKey, Key, NumberKey } from '../experiment/keys.ts';
import { variantsOf } from '../parts/shelf.ts';
import { cut, mistake, quote } from './mistake.ts';
import { printNumber } from './parse-number.ts';

type Bounded = IntegerKey | NumberKey;

const inWords = (key: Bounded): string => `${printNumber(key.minimum)} to ${printNumber(key.maximum)}`;

const allowedFor = (key: Bounded): readonly string[] => {
  const word = key.kind === 'number' ? key.nullWord : null;
  return word === null ? [inWords(key)] : [inWords(key), word];
};

const pair = (key: Key, value: string): string => `${key.name}=${value}`;

// the text as a whole

export const textTooLong = (given: string, length: number, longest: number): Issue =>
  mistake({ given, problem: `the question has ${length} characters, above ${longest}, the most that are read` });

export const quoteLeftOpen = (given: string): Issue => mistake({ given, problem: 'a quote is opened and never closed' });

export const moreMistakes = (count: number): Issue => mistake({ given: '', problem: `and ${count} more mistakes like these` });

// keys

export const unknownKey = (given: string, nearest: string | null, names: readonly string[]): Issue =>
  mistake({ given, problem: `unknown key ${quote(given)}`, nearest, allowed: names, label: 'keys' });

export const valueInsteadOfKey = (given: string, nearest: string): Issue =>
  mistake({ given, problem: `${quote(given)} is not a key`, nearest });

export const keyMissing = (given: string): Issue => mistake({ given, problem: `no key stands before ${quote(given)}` });

export const keyTwice = (key: Key, given: string): Issue =>
  mistake({ field: key.field, given, problem: `${key.name} is given twice, the second time as ${quote(given)}: keep one` });

export const standsAlone = (given: string, nearest: string | null, names: readonly string[]): Issue =>
  mistake({
    given,
    problem: `${quote(given)} stands alone, without a key`,
    nearest,
    allowed: nearest === null ? names : [],
    label: 'keys',
  });

export const verbNotFirst = (given: string, example: string): Issue =>
  mistake({ given, problem: `${quote(given)} goes first`, nearest: example });

// values

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
  const { name, parameter, minimum, maximum } = facts;
  const range = `${printNumber(minimum)} to ${printNumber(maximum)}`;
  const problem = `the ${parameter} of ${name} cannot be ${quote(given)}`;
  return mistake({ field: key.field, given, problem, nearest, allowed: [range], label: 'allowed' });
};

/** What a variant says about the number in its parentheses. */
export interface ParameterFacts {
  readonly name: string;
  readonly parameter: string;
  readonly minimum: number;
  readonly maximum: number;
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

// lists and ranges

export const listedTwice = (key: Key, given: string): Issue =>
  mistake({ field: key.field, given, problem: `${quote(given)} is listed twice under ${key.name}` });

export const oneValueOnly = (key: Key, given: string, nearest: string | null): Issue =>
  mistake({ field: key.field, given, problem: `${key.name} takes one value, not ${quote(given)}`, nearest });

export const rangeNeedsNumbers = (key: Key, given: string): Issue =>
  mistake({
    field: key.field,
    given,
    problem: `${quote(given)} is a range, and ${key.name} takes none: list what you want`,
    nearest: key.example,
  });

export const badRange = (key: Key, given: string, nearest: string): Issue =>
  mistake({
    field: key.field,
    given,
    problem: `${pair(key, quote(given))} is not a range low..high or low..high:points`,
    nearest,
  });

export const rangeBackwards = (key: Key, given: string, nearest: string): Issue =>
  mistake({ field: key.field, given, problem: `the range ${pair(key, quote(given))} does not go upwards`, nearest });

export const pointsOutOfRange = (
  key: Key,
  given: string,
  limits: { readonly fewest: number; readonly most: number },
  nearest: string,
): Issue =>
  mistake({
    field: key.field,
    given,
    problem: `the range ${pair(key, quote(given))} asks for points that one picture cannot show`,
    nearest,
    allowed: [`${limits.fewest} to ${limits.most} points`],
    label: 'allowed',
  });

export const listTooLong = (key: Key, given: string, most: number): Issue =>
  mistake({ field: key.field, given, problem: `${key.name} lists more than ${most} values, the most that one picture can show` });

export const listOfRanges = (key: Key, given: string): Issue =>
  mistake({ field: key.field, given, problem: `${pair(key, quote(given))} mixes a list and a range: take one of them` });

export const tooManyAxes = (names: readonly string[]): Issue =>
  mistake({
    given: names.join(', '),
    problem: `${names.join(', ')} vary at once, and a picture has two axes`,
    allowed: ['lists or ranges on at most two keys'],
    label: 'allowed',
  });

// several networks

export const sideEmpty = (given: string): Issue =>
  mistake({ given, problem: 'nothing stands on one side of "vs"', nearest: 'act=sigmoid vs act=relu' });

export const sidesAlike = (given: string): Issue => mistake({ given, problem: 'two sides of "vs" are the same network' });

export const tooManySides = (count: number, most: number): Issue =>
  mistake({
    given: `${count} networks`,
    problem: `${count} networks stand side by side, above ${most}, the most that one picture tells apart`,
  });

export const axisInVersus = (key: Key, given: string): Issue =>
  mistake({ field: key.field, given, problem: `${pair(key, cut(given))} does not go with "vs", which compares single networks` });

export const fixOneNetwork = (given: string): Issue =>
  mistake({ given, problem: 'fix takes one network, without lists, ranges or "vs"', nearest: 'fix depth=30 act=sigmoid' });

// words

export const topicMissing = (verb: string, nearest: string): Issue => mistake({ given: verb, problem: `${verb} what?`, nearest });

export const unknownTopic = (verb: string, given: string, nearest: string | null, allowed: readonly string[]): Issue =>
  mistake({ given, problem: `no ${verb} on ${quote(given)}`, nearest, allowed });

// understood, and still refused

export const notYetBuilt = (field: string | null, given: string, part: string, nearest: string | null): Issue =>
  mistake({ field, given, problem: `${part} is understood but not built yet`, nearest });

export const asksForWords = (given: string, example: string): Issue =>
  mistake({
    given,
    problem: `${quote(given)} asks for words, not for a network`,
    allowed: [example],
    label: 'a network is asked for as',
  });

export const tooExpensive = (
  given: string,
  asks: string,
  limit: string,
  fits: { readonly nearest: string | null; readonly changes: readonly string[] },
): Issue =>
  mistake({
    given,
    problem: `the question asks for ${asks}, above ${limit}`,
    nearest: fits.nearest,
    allowed: fits.changes,
    label: 'fits with',
  });
