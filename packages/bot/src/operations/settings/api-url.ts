import type { Reader } from './reader.ts';
import { masked } from './shown.ts';

/** Whether a client wants its address with a slash at the end. */
export type Ending = '' | '/';

/**
 * The address of a platform, with as many slashes at its end as its client wants. Tokens go there, so it is https:// unless it is this
 * computer.
 */
export const readApiUrl = (reader: Reader, name: string, usual: string, ending: Ending): string | null => {
  const value = reader.plain(name) ?? usual;
  const problem = problemOf(value);
  if (problem === null) return `${value.replace(/\/+$/u, '')}${ending}`;
  return reader.complain({ field: name, given: masked(value), problem: `${name} ${problem}`, nearest: `${name}=${usual}` });
};

const problemOf = (value: string): string | null => {
  if (!URL.canParse(value)) return `is no address but ${masked(value)}`;
  const url = new URL(value);
  if (url.username !== '' || url.password !== '') return 'holds a user name or a password, which nobody asks for';
  if (url.search !== '' || url.hash !== '' || /[?#]/u.test(value)) return 'holds a "?" or a "#": it is to end with a path';
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return null;
  return 'does not begin with https://: only 127.0.0.1 and localhost may go without';
};

const isLoopback = (hostname: string): boolean => /^(?:127\.0\.0\.1|localhost|\[::1\])$/u.test(hostname);
