import type { CureReport, Treatment } from '@vanish/core';
import { stackPanels, wholeRoom } from '../../plots/plot.ts';
import { counted } from '../../words/numbers.ts';
import { describeCure } from '../describe-studies.ts';
import { gradientLines } from '../gradient-lines.ts';
import { lossLines } from '../loss-lines.ts';
import type { StudyPlot } from '../study-plot.ts';

/** Treatments beside the patient. */
const mostShown = 3;

/** Before and after: the gradient of the network as it is and of the best treatments, and what short trainings of them come to. */
export const cure: StudyPlot<CureReport> = {
  of: 'cure',
  rank: 1,
  name: 'cure',
  summary: 'the gradient before and after the best remedies, and the losses of their trainings',
  key: ({ proofs: [first] }) =>
    `line: mean · thin dashed: theory${first === undefined ? '' : ` · trained: ${counted(first.report.experiment.seeds, 'network')} each`}`,
  missing: () => null,
  draw: (report, room, theme) => {
    const networks = [
      { name: 'as it is', report: report.patient },
      ...shownOf(report).map((one) => ({ name: one.name, report: one.report })),
    ];
    if (report.proofs.length === 0) return gradientLines(networks, wholeRoom(room), theme);
    const [upper, lower] = stackPanels(room, [0.54, 0.46], 118);
    const trainings = report.proofs.map(({ name, report: training }) => ({ name: name ?? 'as it is', report: training }));
    return [...gradientLines(networks, upper, theme, true), ...lossLines(trainings, lower, theme)];
  },
  describe: describeCure,
};

/** Those that were trained, in the order of the trainings, or else the best. */
const shownOf = ({ treatments, proofs }: CureReport): readonly Treatment[] => {
  const proved = proofs.flatMap(({ name }) => treatments.filter((treatment) => treatment.name === name));
  return (proved.length > 0 ? proved : treatments).slice(0, mostShown);
};
