import { expect, test } from 'vitest';
import { recordedStudy } from '../../fixtures/recorded-study.ts';
import { recordScreen } from '../../fixtures/recording-screen.ts';
import { showLive } from './live.ts';
import { silentProgress } from './progress.ts';

const loud = { isQuiet: false, isJson: false };
const control = '\x1b';

test('a map is painted on standard error while it grows, and taken back to its first line', () => {
  const { screen, noted, written } = recordScreen({ isNoteTerminal: true });
  const live = showLive(screen, silentProgress, loud);
  live.show?.(recordedStudy('map'));
  const height = noted().split('\n').length - 1;
  expect(height).toBeGreaterThan(10);
  live.clear();
  live.clear();
  expect(noted().endsWith(`\n${control}[${height}A${control}[J`)).toBe(true);
  expect(written()).toBe('');
});

test.each([
  ['of the wrong kind', { isNoteTerminal: true }, loud, 'sweep'],
  ['where nobody looks', { isNoteTerminal: false }, loud, 'map'],
  ['in a terminal too low to take it back', { isNoteTerminal: true, rows: 10 }, loud, 'map'],
  ['that shall be quiet', { isNoteTerminal: true }, { isQuiet: true, isJson: false }, 'map'],
  ['told as JSON', { isNoteTerminal: true }, { isQuiet: false, isJson: true }, 'map'],
] as const)('an answer %s is not painted', (_, about, options, name) => {
  const { screen, noted } = recordScreen(about);
  const live = showLive(screen, silentProgress, options);
  live.show?.(recordedStudy(name));
  live.clear();
  expect(noted()).toBe('');
});
