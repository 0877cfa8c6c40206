import picocolors from 'picocolors';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showProgress } from './progress.ts';
import type { Screen } from './screen.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const open = (isNoteTerminal: boolean): { readonly screen: Screen; readonly noted: string[] } => {
  const noted: string[] = [];
  const paint = picocolors.createColors(false);
  const screen: Screen = {
    columns: 40,
    rows: 24,
    isTerminal: false,
    isNoteTerminal,
    isUnicode: true,
    paint,
    notePaint: paint,
    write: () => {
      throw new Error('progress is no answer');
    },
    note: (text) => void noted.push(text),
  };
  return { screen, noted };
};

test('an answer that comes at once needs no line', () => {
  const { screen, noted } = open(true);
  const progress = showProgress(screen);
  progress.say('loading TensorFlow');
  vi.advanceTimersByTime(50);
  progress.clear();
  vi.advanceTimersByTime(5000);
  expect(noted).toEqual([]);
});

test('on a terminal the line says the latest stage and is wiped at the end', () => {
  const { screen, noted } = open(true);
  const progress = showProgress(screen);
  progress.say('loading TensorFlow');
  vi.advanceTimersByTime(200);
  progress.say('measuring 16 networks of depth 10');
  vi.advanceTimersByTime(200);
  progress.clear();
  expect(noted[0]).toContain('loading TensorFlow…');
  expect(noted.at(-2)).toContain('measuring 16 networks of depth 10…');
  expect(noted.at(-1)).toBe('\r\x1b[K');
});

test('elsewhere it speaks only of what takes more than two seconds', () => {
  const { screen, noted } = open(false);
  const progress = showProgress(screen);
  progress.say('loading TensorFlow');
  vi.advanceTimersByTime(1900);
  progress.say('measuring');
  expect(noted).toEqual([]);
  vi.advanceTimersByTime(200);
  progress.clear();
  vi.advanceTimersByTime(10_000);
  expect(noted).toEqual(['measuring...\n']);
});
