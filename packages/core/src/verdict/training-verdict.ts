import type { TrainingOutcome } from '../notions/verdict-kind.ts';

/** Whether a network learned, be it in part. */
export const hasLearnedSome = ({ outcome }: Pick<TrainingVerdict, 'outcome'>): boolean =>
  outcome === 'learned' || outcome === 'partly';

/** What a training came to. */
export interface TrainingVerdict {
  readonly outcome: TrainingOutcome;
  /** One sentence with the numbers that matter. */
  readonly headline: string;
  /** Which layers learned, and when. */
  readonly layers: string;
  /** What was to be expected at initialisation, and whether it came so. */
  readonly initially: string;
  readonly wasInitialVerdictRight: boolean;
  /** The next training to try, and why; null where it learned. */
  readonly advice: { readonly query: string; readonly why: string } | null;
}
