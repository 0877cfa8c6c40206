import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

const linux = { platform: 'linux', cores: 4, homeFolder: '/home/ada' };

test.each([
  [{}, true],
  [{ LANG: 'en_GB.UTF-8' }, true],
  [{ LANG: 'C' }, false],
  [{ LANG: 'C.utf8' }, true],
  [{ LANG: 'de_DE.ISO-8859-1' }, false],
  [{ LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, false],
  [{ LC_ALL: '', LANG: 'en_GB.UTF-8' }, true],
  [{ LANG: 'en_GB.UTF-8', TERM: 'linux' }, false],
])('%j shows Unicode: %s', (variables, expected) => {
  expect(readEnvironment(variables, linux).isUnicode).toBe(expected);
});

test.each([
  [{}, null],
  [{ NO_COLOR: '1' }, false],
  [{ NO_COLOR: '' }, null],
  [{ FORCE_COLOR: '1' }, true],
  [{ FORCE_COLOR: '' }, true],
  [{ FORCE_COLOR: '0' }, false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  [{ TERM: 'dumb' }, false],
])('%j forces colours: %s', (variables, expected) => {
  expect(readEnvironment(variables, linux).isColourForced).toBe(expected);
});

test.each([
  [{}, '/home/ada/.local/state/vanish'],
  [{ XDG_STATE_HOME: '/var/state' }, '/var/state/vanish'],
  [{ XDG_STATE_HOME: 'not/absolute' }, '/home/ada/.local/state/vanish'],
])('%j keeps its state in %s', (variables, folder) => {
  expect(readEnvironment(variables, linux).stateFolder).toBe(folder);
});

test('a flag that is neither on nor off is a mistake, not a guess', () => {
  expect(readEnvironment({ VANISH_DEBUG: '1' }, linux)).toMatchObject({ isDebug: true, issues: [] });
  expect(readEnvironment({ VANISH_DEBUG: '0' }, linux)).toMatchObject({ isDebug: false, issues: [] });
  expect(readEnvironment({ VANISH_DEBUG: 'maybe' }, linux).issues.map(({ message }) => message)).toEqual([
    'the environment variable VANISH_DEBUG is neither 1 nor 0 but "maybe" - did you mean "VANISH_DEBUG=1"?',
  ]);
});

test('as many threads as there are cores, unless it is told otherwise', () => {
  expect(readEnvironment({}, linux).threads).toBe(4);
  expect(readEnvironment({ VANISH_THREADS: '2' }, linux)).toMatchObject({ threads: 2, issues: [] });
  for (const wrong of ['0', '-1', 'many', '1.5', '1000'])
    expect(readEnvironment({ VANISH_THREADS: wrong }, linux).issues).toMatchObject([
      { field: 'VANISH_THREADS', nearest: 'VANISH_THREADS=4' },
    ]);
});

test.each([
  [{}, linux, '/home/ada/.cache/vanish/answers'],
  [{ XDG_CACHE_HOME: '/var/cache/ada' }, linux, '/var/cache/ada/vanish/answers'],
  [{ XDG_CACHE_HOME: 'relative' }, linux, '/home/ada/.cache/vanish/answers'],
  [{}, { ...linux, platform: 'darwin' }, '/home/ada/Library/Caches/vanish/answers'],
])('%j: answers are kept where caches belong', (variables, place, folder) => {
  expect(readEnvironment(variables, place).cacheFolder).toBe(folder);
});
