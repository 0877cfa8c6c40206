import { isIP } from 'node:net';
import { nearestOf } from '../../nearest.ts';
import { onOrOff } from '../../on-or-off.ts';
import type { Reader } from './reader.ts';
import { masked, shown } from './shown.ts';

/** A variable whose value somebody else made: how it looks, and where it is found. */
export interface Credential {
  readonly name: string;
  readonly isSecret: boolean;
  readonly form: RegExp;
  /** What it is, and how it looks: `bot token, which begins with xoxb-`. */
  readonly what: string;
  readonly where: string;
}

/** The value of a credential; null where it is not set or wrong. No message quotes it, since it may be another one's secret. */
export const readCredential = (reader: Reader, { name, isSecret, form, what, where }: Credential): string | null => {
  const value = isSecret ? reader.secret(name) : reader.plain(name);
  if (value === null) return null;
  if (isSecret) reader.hide(value);
  if (form.test(value)) return value;
  return reader.complain({ field: name, given: masked(value), problem: `${name} is no ${what}, but ${masked(value)}; ${where}` });
};

/** Says which credentials nobody set, why they are needed and where they are found. */
export const complainMissing = (reader: Reader, credentials: readonly (readonly [Credential, why: string])[]): void => {
  for (const [{ name, isSecret, where }, why] of credentials)
    if (!reader.isSet({ name, isSecret }))
      reader.complain({ field: name, given: '', problem: `${name} is missing: ${why}; ${where}` });
};

/** One of a few words; the first one where nobody chose. */
export const readChoice = <Word extends string>(
  reader: Reader,
  name: string,
  words: readonly [Word, ...Word[]],
  usual: Word = words[0],
): Word | null => {
  const value = reader.plain(name);
  if (value === null) return usual;
  const chosen = words.find((word) => word === value.toLowerCase());
  if (chosen !== undefined) return chosen;
  const nearest = nearestOf(words, value);
  return reader.complain({
    field: name,
    given: shown(value),
    problem: `unknown ${name} ${shown(value)}`,
    nearest,
    allowed: words,
  });
};

/** A whole number between two others. */
export interface Range {
  readonly least: number;
  readonly most: number;
  readonly usual: number;
  /** What is counted: `number`, `port`, `number of seconds`. */
  readonly noun: string;
}

export const readCount = (reader: Reader, name: string, { least, most, usual, noun }: Range): number | null => {
  const value = reader.plain(name);
  if (value === null) return usual;
  const count = /^\d{1,9}$/u.test(value) ? Number(value) : Number.NaN;
  if (count >= least && count <= most) return count;
  return reader.complain({
    field: name,
    given: shown(value),
    problem: `${name} is no ${noun} from ${least} to ${most} but ${shown(value)}`,
    nearest: `${name}=${usual}`,
  });
};

/** On or off; off where nothing is said. */
export const readFlag = (reader: Reader, name: string): boolean | null => {
  const value = reader.plain(name) ?? '0';
  const flag = onOrOff(value);
  if (flag !== null) return flag;
  return reader.complain({
    field: name,
    given: shown(value),
    problem: `${name} is neither 1 nor 0 but ${shown(value)}`,
    nearest: `${name}=1`,
  });
};

/** An address or name of this computer to listen on. */
export const readHost = (reader: Reader, name: string, usual: string): string | null => {
  const value = reader.plain(name) ?? usual;
  if (isIP(value) !== 0 || /^[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?$/iu.test(value)) return value;
  return reader.complain({
    field: name,
    given: shown(value),
    problem: `${name} is no address or name of this computer but ${shown(value)}`,
    nearest: `${name}=${usual}`,
  });
};
