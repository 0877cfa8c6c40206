import { expect, test } from 'vitest';
import { recordedReport } from '../../../fixtures/recorded-report.ts';
import { recordScreen } from '../../../fixtures/recording-screen.ts';
import { printHeadline } from './answer-printer.ts';
import { printReport } from './report-printer.ts';
import { quoteForShell } from './tell.ts';

test('a recorded report, 80 columns wide', async () => {
  const { screen, written } = recordScreen();
  printReport(recordedReport(), screen);
  await expect(written()).toMatchFileSnapshot('../../../fixtures/sigmoid-80.txt');
});

test.each([40, 60, 80, 200])('on %i columns only what can be copied may be longer', (columns) => {
  const { screen, written } = recordScreen({ columns });
  printReport(recordedReport(), screen);
  const lines = written()
    .split('\n')
    .filter((line) => !line.includes(' vanish '));
  // a word that is longer than the column keeps a line of its own
  for (const line of lines) expect([...line].length).toBeLessThanOrEqual(Math.max(columns, 45));
});

test('where only ASCII arrives, only ASCII is sent', () => {
  const { screen, written } = recordScreen({ isUnicode: false });
  printReport(recordedReport(), screen);
  printHeadline(recordedReport(), screen);
  expect(/^\p{ASCII}*$/u.test(written())).toBe(true);
});

test('quiet is one line', () => {
  const { screen, written } = recordScreen();
  printHeadline(recordedReport(), screen);
  expect(written()).toBe(`${recordedReport().verdict.headline}\n`);
});

test('a shell leaves an advice as it is', () => {
  expect(quoteForShell('depth=10 act=relu')).toBe('depth=10 act=relu');
  expect(quoteForShell('act=leaky-relu(0.2) depth=3')).toBe(`'act=leaky-relu(0.2)' depth=3`);
});
