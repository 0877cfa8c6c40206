import type { Issue } from '../../experiment/issue.ts';
import type { Rows } from '../../experiment/keys/key.ts';
import type { Key } from '../../experiment/keys.ts';
import { mistake, quote, runnable } from '../mistake.ts';
import { pair } from './pair.ts';

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

/** Words of which none is near anything that is known. */
export const standAlone = (all: readonly [string, string, ...string[]], names: readonly string[]): Issue => {
  const shown = all.slice(0, mostQuoted).map(quote);
  const more = all.length - shown.length;
  const last = more > 0 ? `${more} more` : shown.pop();
  const problem = `${shown.join(', ')} and ${last} stand alone, without a key`;
  return mistake({ given: all.join(' '), problem, allowed: names, label: 'keys' });
};

const mostQuoted = 5;

export const verbNotFirst = (given: string, example: string): Issue =>
  mistake({ given, problem: `${quote(given)} goes first`, nearest: example });

/** What a key would mean something to: architectures, or tasks. */
interface Meant {
  readonly field: 'net' | 'task';
  readonly given: readonly string[];
  readonly taking: readonly string[];
}

export const meansNothing = (key: Key, value: string, { field, given, taking }: Meant): Issue =>
  mistake({
    field: key.field,
    given: value,
    problem: `${key.name} means nothing to ${field}=${given.join(',')}`,
    nearest: taking[0] === undefined ? null : runnable(field, `${field}=${taking[0]} ${pair(key, value)}`),
    allowed: taking.map((name) => `${field}=${name}`),
    label: 'it goes with',
  });

export const speaksOfNothing = (key: Key, value: string, missing: Key): Issue =>
  mistake({
    field: key.field,
    given: value,
    problem: `${key.name} means nothing without ${missing.name}`,
    nearest: `${missing.example} ${pair(key, value)}`,
  });

/** Who says `steps` of layers, or `layers` of time steps, means another network, or the depth of this one. */
export const otherRows = (
  key: Key,
  value: string,
  { spelling, rows, nets }: { readonly spelling: string; readonly rows: Rows; readonly nets: readonly string[] },
): Issue =>
  mistake({
    field: key.field,
    given: value,
    problem:
      rows === 'steps'
        ? `${spelling}=${value} counts time steps, and net=${nets.join(',')} has layers`
        : `${spelling}=${value} counts layers, and the depth of net=${nets.join(',')} is its time steps`,
    nearest: `net=${nets.join(',')} ${pair(key, value)}`,
  });
