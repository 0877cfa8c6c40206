import type { StudyReport } from '@vanish/core';
import type { Plot } from '../plots/plot.ts';

/** A plot of one kind of study. A variant is one file and one line on the shelf. */
export interface StudyPlot<Told extends StudyReport = StudyReport> extends Plot<Told> {
  readonly of: Told['kind'];
  /** Which of the plots of its kind is drawn when nobody says what: the smallest number of those that nothing is missing for. */
  readonly rank: number;
}
