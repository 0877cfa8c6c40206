import type { StudyReport, SweepReport } from '@vanish/core/study';
import { expect, test } from 'vitest';
import { recordedStudy } from '../../../fixtures/recorded-study.ts';
import { recordScreen } from '../../../fixtures/recording-screen.ts';
import { printAnswer, printHeadline } from './answer-printer.ts';

const names = ['comparison', 'trainings', 'sweep', 'rates', 'map', 'reach', 'cure'] as const;

test.each(names)('a %s, 80 columns wide', async (name) => {
  const { screen, written } = recordScreen();
  printAnswer(recordedStudy(name), screen);
  await expect(written()).toMatchFileSnapshot(`../../../fixtures/study-${name}-80.txt`);
});

const widths = names.flatMap((name) => [40, 60, 80, 200].map((columns) => [name, columns] as const));

test.each(widths)('%s: on %i columns only what can be copied may be longer', (name, columns) => {
  const { screen, written } = recordScreen({ columns });
  printAnswer(recordedStudy(name), screen);
  const lines = written()
    .split('\n')
    .filter((line) => !line.includes(' vanish '));
  for (const line of lines.filter((one) => !/^ +\S{30,}$/u.test(one)))
    expect([line, [...line].length <= columns]).toEqual([line, true]);
});

test.each(names)('%s: a terminal of plain ASCII gets plain ASCII', (name) => {
  const { screen, written } = recordScreen({ isUnicode: false });
  printAnswer(recordedStudy(name), screen);
  expect(written()).toMatch(/^\p{ASCII}*$/u);
});

test('what the time did not suffice for is told', () => {
  const { screen, written } = recordScreen();
  const sweep = recordedStudy<SweepReport>('sweep');
  const report: StudyReport = {
    ...sweep,
    unanswered: ['depth=40 act=relu'],
    curves: sweep.curves.map((curve) => ({ ...curve, points: curve.points.map((point, index) => (index === 6 ? null : point)) })),
  };
  printAnswer(report, screen);
  expect(written().replace(/\s+/gu, ' ')).toMatch(
    /missing 1 network more than .* sufficed for, such as depth=40 act=relu; a larger --budget/u,
  );
});

test('quietly, an answer is its sentence', () => {
  const { screen, written } = recordScreen();
  printHeadline(recordedStudy('map'), screen);
  expect(written()).toBe(`${recordedStudy('map').verdict.headline}\n`);
});
