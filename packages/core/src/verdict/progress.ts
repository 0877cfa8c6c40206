import type { RecordedStep, TrainingRecord } from '../measure/training/training-record.ts';
import { mean } from '../numbers/statistics.ts';

/**
 * Shares of the way from chance to perfection beyond which a network has learned, and beyond which it has begun to. Nobody can
 * be perfect where the inputs leave the answer open: there a tenth of the loss is much, and anything certain is a beginning.
 */
export const thresholds: Readonly<Record<TrainingRecord['answers'], { readonly most: number; readonly some: number }>> = {
  classes: { most: 0.5, some: 0.1 },
  number: { most: 0.5, some: 0.1 },
  'open-classes': { most: 0.1, some: 0 },
};

/** Standard errors by which a share of the way is more than chance brings: one in seven hundred trainings goes further without learning. */
export const certainty = 3;

/** How far a training came, and the standard error of that. */
export interface Way {
  /** 0: chance, 1: perfection. */
  readonly way: number;
  readonly error: number;
}

/** By the accuracy where the inputs decide on a class, by the loss elsewhere. */
export const wayFromChance = (record: TrainingRecord): Way => {
  const { chanceLoss, chanceAccuracy, answers, answersPerStep } = record;
  const { loss, accuracy, steps } = atTheEnd(record);
  if (answers !== 'classes' && chanceLoss !== null) return { way: 1 - loss / chanceLoss, error: errorOfLoss(steps) / chanceLoss };
  const spread = Math.sqrt((chanceAccuracy * (1 - chanceAccuracy)) / (answersPerStep * steps.length));
  return { way: (accuracy - chanceAccuracy) / (1 - chanceAccuracy), error: spread / (1 - chanceAccuracy) };
};

/** Standard error of the mean loss over steps, each of which saw other examples; none known of a single one. */
const errorOfLoss = (steps: readonly RecordedStep[]): number => {
  const losses = steps.flatMap(({ loss }) => (loss.mean === null ? [] : [loss.mean]));
  if (losses.length < 2) return 0;
  const average = mean(losses);
  const squares = losses.reduce((sum, loss) => sum + (loss - average) ** 2, 0);
  return Math.sqrt(squares / (losses.length - 1) / losses.length);
};

/** What the last tenth of the recorded steps came to, so that one batch does not decide. */
export interface End {
  readonly loss: number;
  readonly accuracy: number;
  readonly steps: readonly RecordedStep[];
}

/** The last tenth of the recorded steps. */
export const atTheEnd = ({ steps }: TrainingRecord): End => {
  const last: readonly RecordedStep[] = steps.slice(-Math.max(1, Math.floor(steps.length / 10)));
  return {
    loss: mean(last.map(({ loss }) => loss.mean ?? Number.NaN)),
    accuracy: mean(last.map(({ accuracy }) => accuracy)),
    steps: last,
  };
};
