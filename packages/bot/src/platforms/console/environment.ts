import { isAbsolute, join } from 'node:path';
import type { Issue } from '@vanish/core/query';
import { deskIssue } from '../../desk-issue.ts';
import { onOrOff } from '../../on-or-off.ts';

/** What the console reads from the environment, parsed once. */
export interface Environment {
  /** Whether the stack of an internal error is shown. */
  readonly isDebug: boolean;
  /** VANISH_THEME as given; the options check it. */
  readonly theme: string | null;
  readonly isUnicode: boolean;
  /** null: colours only on a terminal. */
  readonly isColourForced: boolean | null;
  /** Where the history of the prompt lives. */
  readonly stateFolder: string;
  /** Where answers are kept. */
  readonly cacheFolder: string;
  /** Threads that measure; as many as there are cores unless VANISH_THREADS says otherwise. */
  readonly threads: number;
  readonly issues: readonly Issue[];
}

/** The operating system, as far as it matters here. */
export interface Place {
  readonly platform: string;
  readonly cores: number;
  readonly homeFolder: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

export const readEnvironment = (variables: Variables, place: Place): Environment => {
  const debug = readFlag(variables['VANISH_DEBUG']);
  const threads = readCount(variables['VANISH_THREADS'], place.cores);
  return {
    isDebug: debug === true,
    theme: variables['VANISH_THEME'] ?? null,
    isUnicode: hasUnicode(variables),
    isColourForced: forcedColour(variables),
    stateFolder: join(stateHome(variables, place), 'vanish'),
    cacheFolder: join(cacheHome(variables, place), 'vanish', 'answers'),
    threads: threads ?? 1,
    issues: [
      ...(debug === null ? [wrongFlag('VANISH_DEBUG', variables['VANISH_DEBUG'] ?? '')] : []),
      ...(threads === null ? [wrongCount('VANISH_THREADS', variables['VANISH_THREADS'] ?? '', place.cores)] : []),
    ],
  };
};

const readFlag = (value = ''): boolean | null => (value === '' ? false : onOrOff(value));

const wrongFlag = (name: string, value: string): Issue =>
  deskIssue({
    field: name,
    given: value,
    problem: `the environment variable ${name} is neither 1 nor 0 but "${value}"`,
    nearest: `${name}=1`,
  });

const mostThreads = 256;

/** A whole number of threads; null where it is none. */
const readCount = (value = '', usual: number): number | null => {
  if (value.trim() === '') return usual;
  const count = /^\s*\d+\s*$/u.test(value) ? Number(value) : 0;
  return count >= 1 && count <= mostThreads ? count : null;
};

const wrongCount = (name: string, value: string, usual: number): Issue =>
  deskIssue({
    field: name,
    given: value,
    problem: `the environment variable ${name} is no number from 1 to ${mostThreads} but "${value}"`,
    nearest: `${name}=${usual}`,
  });

/** The first of the three that is set decides, as in every POSIX program; where none is, terminals of today speak UTF-8. */
const hasUnicode = (variables: Variables): boolean => {
  // the Linux console has no Braille in its font
  if (/^(?:dumb|linux)$/u.test(variables['TERM'] ?? '')) return false;
  const locale = [variables['LC_ALL'], variables['LC_CTYPE'], variables['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  return locale === undefined || /utf-?8/iu.test(locale);
};

/** FORCE_COLOR before NO_COLOR, as Node itself reads them. */
const forcedColour = (variables: Variables): boolean | null => {
  const forced = variables['FORCE_COLOR'];
  if (forced !== undefined) return !/^(?:0|false|no|off)$/iu.test(forced);
  const isRefused = (variables['NO_COLOR'] ?? '') !== '' || variables['TERM'] === 'dumb';
  return isRefused ? false : null;
};

const stateHome = (variables: Variables, { platform, homeFolder }: Place): string => {
  const local = variables['LOCALAPPDATA'];
  if (platform === 'win32') return local ?? join(homeFolder, 'AppData', 'Local');
  const state = variables['XDG_STATE_HOME'] ?? '';
  // the XDG specification says that a relative path is to be ignored
  return isAbsolute(state) ? state : join(homeFolder, '.local', 'state');
};

const cacheHome = (variables: Variables, { platform, homeFolder }: Place): string => {
  const local = variables['LOCALAPPDATA'];
  if (platform === 'win32') return local ?? join(homeFolder, 'AppData', 'Local');
  if (platform === 'darwin') return join(homeFolder, 'Library', 'Caches');
  const cache = variables['XDG_CACHE_HOME'] ?? '';
  return isAbsolute(cache) ? cache : join(homeFolder, '.cache');
};
