import { readFileSync } from 'node:fs';
import type { TrainingReport } from '@vanish/core';
import { expect, test } from 'vitest';
import { recordScreen } from '../../../fixtures/recording-screen.ts';
import { printTraining } from './training-printer.ts';

/** A training as `--json` printed it on 25 November 2026. */
const recorded = (): TrainingReport =>
  JSON.parse(readFileSync(new URL('../../../fixtures/training-sigmoid.json', import.meta.url), 'utf8')) as TrainingReport;

test('a recorded training, 80 columns wide', async () => {
  const { screen, written } = recordScreen();
  printTraining(recorded(), screen);
  await expect(written()).toMatchFileSnapshot('../../../fixtures/training-sigmoid-80.txt');
});

test.each([40, 60, 200])('on %i columns only what can be copied may be longer', (columns) => {
  const { screen, written } = recordScreen({ columns });
  printTraining(recorded(), screen);
  const lines = written()
    .split('\n')
    .filter((line) => !line.includes(' vanish '));
  for (const line of lines) expect([...line].length).toBeLessThanOrEqual(Math.max(columns, 62));
});

test('where only ASCII arrives, only ASCII is sent', () => {
  const { screen, written } = recordScreen({ isUnicode: false });
  printTraining(recorded(), screen);
  expect(/^\p{ASCII}*$/u.test(written())).toBe(true);
});
