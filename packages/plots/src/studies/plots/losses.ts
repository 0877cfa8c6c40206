import type { ComparisonReport } from '@vanish/core';
import { wholeRoom } from '../../plots/plot.ts';
import { describeRanking } from '../describe-studies.ts';
import { lossLines } from '../loss-lines.ts';
import type { StudyPlot } from '../study-plot.ts';

/** The losses of all trainings over their steps. */
export const losses: StudyPlot<ComparisonReport> = {
  of: 'comparison',
  rank: 1,
  name: 'losses',
  summary: 'the losses of all trainings over their steps',
  key: () => 'line: mean · band: ±1 sd',
  missing: ({ rankedBy }) => (rankedBy === 'loss' ? null : 'nothing was trained; ask with train=200'),
  draw: ({ names, reports }, room, theme) =>
    lossLines(
      reports.flatMap((report, index) => (report.kind === 'training' ? [{ name: names[index] ?? '', report }] : [])),
      wholeRoom(room),
      theme,
    ),
  describe: describeRanking('Line chart of the loss of each training over its steps.'),
};
