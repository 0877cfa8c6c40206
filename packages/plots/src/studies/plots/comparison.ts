import type { ComparisonReport } from '@vanish/core';
import { wholeRoom } from '../../plots/plot.ts';
import { describeRanking } from '../describe-studies.ts';
import { gradientLines } from '../gradient-lines.ts';
import type { StudyPlot } from '../study-plot.ts';

/** The gradient of every network over its layers, in one overlay. */
export const comparison: StudyPlot<ComparisonReport> = {
  of: 'comparison',
  rank: 2,
  name: 'comparison',
  summary: 'size of the gradient at every layer of all networks, measured and by theory',
  key: () => 'line: mean · thin dashed: theory',
  missing: () => null,
  draw: ({ names, reports }, room, theme) =>
    gradientLines(
      reports.map((report, index) => ({
        name: names[index] ?? '',
        report: report.kind === 'training' ? report.initial : report,
      })),
      wholeRoom(room),
      theme,
    ),
  describe: describeRanking('Line chart of the gradient at every layer of each network, on a logarithmic scale.'),
};
