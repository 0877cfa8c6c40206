import type { Experiment } from '../experiment/experiment.ts';
import type { EngineName, Report, TrainingReport } from '../report.ts';
import type { AnswerOptions } from './answer-options.ts';
import type { ErrandOf, Hands } from './errand.ts';
import { createErrandRunner } from './errand-runner.ts';
import type { Point } from './point.ts';
import { splitIntoErrands } from './split-into-errands.ts';

/** Where a study sends its networks, and what it learns of the work meanwhile. */
export interface Bench {
  /** The whole answer of each network, trained where it says so; null where the time did not suffice. */
  readonly answers: (experiments: readonly Experiment[]) => Promise<readonly (Report | TrainingReport | null)[]>;
  /** A dot of each network; null where the time did not suffice. Tells what there is after every errand. */
  readonly points: (
    experiments: readonly Experiment[],
    onSome?: (points: readonly (Point | null)[]) => void,
  ) => Promise<readonly (Point | null)[]>;
  readonly run: Hands['run'];
  /** Which engine has answered so far. */
  readonly engine: () => EngineName;
  /** **Unit** milliseconds since the bench was opened. */
  readonly totalMs: () => number;
  readonly onPartial: AnswerOptions['onPartial'];
}

/** A bench over hands. */
export const openBench = (hands: Hands, options: AnswerOptions): Bench => {
  const { run, runAll, totalMs } = createErrandRunner(hands, options);
  let engine: EngineName = 'cpu';
  return {
    answers: async (experiments) => {
      const found: (Report | TrainingReport | null)[] = experiments.map(() => null);
      await runAll<'report' | 'training'>(
        experiments.map(answerErrand),
        () => 1,
        (report, index) => {
          engine = report.engine;
          found[index] = report;
        },
      );
      return found;
    },
    points: async (experiments, onSome) => {
      const found: (Point | null)[] = experiments.map(() => null);
      const parts = splitIntoErrands(experiments);
      await runAll<'points'>(
        parts.map((positions) => pointsErrand(positions.map((position) => experiments[position] as Experiment))),
        (errand) => errand.experiments.length,
        (brought, index) => {
          engine = brought.engine;
          parts[index]?.forEach((position, order) => {
            found[position] = brought.points[order] ?? null;
          });
          onSome?.(found);
        },
      );
      return found;
    },
    run,
    engine: () => engine,
    totalMs,
    onPartial: options.onPartial,
  };
};

/** Beside each other trainings are drawn by their losses, and histograms would cost as much as they do. */
const answerErrand = (experiment: Experiment): ErrandOf<'report' | 'training'> =>
  experiment.train > 0 ? { kind: 'training', experiment, histograms: 0 } : { kind: 'report', experiment };

const pointsErrand = (experiments: readonly Experiment[]): ErrandOf<'points'> => ({ kind: 'points', experiments });
