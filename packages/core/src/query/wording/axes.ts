import type { Issue } from '../../experiment/issue.ts';
import type { Key } from '../../experiment/keys.ts';
import { mistake, quote } from '../mistake.ts';
import { pair } from './pair.ts';

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

export const tooManyAxes = (names: readonly string[], nearest: string): Issue =>
  mistake({
    given: names.join(', '),
    problem: `${names.join(', ')} vary at once, and a map has two axes`,
    nearest,
    allowed: ['lists alone, lists with one range, or two ranges'],
    label: 'allowed',
  });

export const tooManyApart = (kind: 'comparison' | 'sweep' | 'map', count: number, most: number, nearest: string): Issue =>
  mistake({
    given: `${count} ${kind === 'sweep' ? 'curves' : 'networks'}`,
    problem: `${count} ${kind === 'sweep' ? 'curves' : 'networks'} are above ${most}, the most that one picture tells apart`,
    nearest,
  });
