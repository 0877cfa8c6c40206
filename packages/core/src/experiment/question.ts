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

/** What somebody wants to know. Parsed once from text; everything behind the parser trusts it. */
export type Question =
  | { readonly kind: 'network'; readonly experiment: Experiment }
  | { readonly kind: 'comparison'; readonly experiment: Experiment; readonly axis: Axis }
  | { readonly kind: 'sweep'; readonly experiment: Experiment; readonly axis: Axis }
  | { readonly kind: 'map'; readonly experiment: Experiment; readonly axes: readonly [Axis, Axis] }
  | { readonly kind: 'versus'; readonly experiments: readonly Experiment[] }
  | { readonly kind: 'training'; readonly experiment: Experiment }
  | { readonly kind: 'fix'; readonly experiment: Experiment }
  | { readonly kind: 'explain'; readonly topic: string | null }
  | { readonly kind: 'list'; readonly topic: string | null }
  | { readonly kind: 'help'; readonly topic: string | null };
