import type { Experiment } from './experiment.ts';

/** Values of one key of a question, as typed: `act=sigmoid,tanh` or `depth=2..64:20`. */
export interface Axis {
  /** Canonical key: `activation`, `depth`, … */
  readonly key: keyof Experiment;
  /** The values in the order they are measured: canonical text of each, so that any key can be varied. */
  readonly values: readonly string[];
  /** How the axis was written, and is printed again: a list `a,b`, or a range `low..high` with its number of points (null: chosen by the laboratory). */
  readonly written:
    | { readonly kind: 'list' }
    | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly points: number | null };
}

/**
 * Networks that differ along axes, in the order of the keys: a comparison along lists alone, a sweep along one range (and a curve for
 * each combination of what is listed), a map along two ranges.
 */
export type Study =
  | { readonly kind: 'comparison'; readonly experiment: Experiment; readonly axes: readonly Axis[] }
  | { readonly kind: 'sweep'; readonly experiment: Experiment; readonly axes: readonly Axis[] }
  | { readonly kind: 'map'; readonly experiment: Experiment; readonly axes: readonly Axis[] };

/** What somebody wants to know. Parsed once from text; everything behind the parser trusts it. */
export type Question =
  | { readonly kind: 'network'; readonly experiment: Experiment }
  | Study
  | { readonly kind: 'versus'; readonly experiments: readonly Experiment[] }
  | { readonly kind: 'training'; readonly experiment: Experiment }
  | { readonly kind: 'fix'; readonly experiment: Experiment }
  | { readonly kind: 'explain'; readonly topic: string | null }
  | { readonly kind: 'list'; readonly topic: string | null }
  | { readonly kind: 'help'; readonly topic: string | null };

/** Whether an axis was written as a range, and not as a list. */
export const isRange = ({ written }: Axis): boolean => written.kind === 'range';

/** A question that is answered by measuring, whose answer is a report. */
export type MeasuredQuestion = Exclude<Question, { readonly kind: 'explain' | 'list' | 'help' }>;

/** Whether a question is answered by measuring, and not in words. */
export const isMeasured = (question: Question): question is MeasuredQuestion =>
  question.kind !== 'explain' && question.kind !== 'list' && question.kind !== 'help';
