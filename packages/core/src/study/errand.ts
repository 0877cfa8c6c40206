import type { Experiment } from '../experiment/experiment.ts';
import type { Study } from '../experiment/question.ts';
import type { EngineName, Report, TrainingReport } from '../report.ts';
import type { MapLines } from './map-lines.ts';
import type { Point } from './point.ts';

/** A piece of work that can be done anywhere, in any order: plain data, small to send. */
export type Errand =
  | { readonly kind: 'report'; readonly experiment: Experiment }
  /** With histograms at up to six steps; other numbers of them, such as none, where that is said. */
  | { readonly kind: 'training'; readonly experiment: Experiment; readonly histograms?: number }
  /** Networks of which only a dot is wanted; those that differ in their scales alone are measured side by side. */
  | { readonly kind: 'points'; readonly experiments: readonly Experiment[] }
  /** What theory draws across a map. */
  | { readonly kind: 'lines'; readonly study: Study };

/** What comes back from an errand. */
export interface Brought {
  readonly report: Report;
  readonly training: TrainingReport;
  readonly points: { readonly engine: EngineName; readonly points: readonly Point[] };
  readonly lines: MapLines;
}

/** What an errand is doing right now. */
export interface Progress {
  readonly stage: 'loading' | 'measuring' | 'predicting' | 'training' | 'done';
  /** Of the stage. **Range** 0 … 1. */
  readonly share: number;
}

/** How an errand is watched. */
export interface ErrandOptions {
  /** Told what is being done, from stage to stage. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Ends it between two groups of networks, or at once where those who run it can be stopped. */
  readonly signal?: AbortSignal | undefined;
}

/** An errand of a kind. */
export type ErrandOf<Kind extends Errand['kind']> = Extract<Errand, { readonly kind: Kind }>;

/** Those who run errands: this thread, or several. */
export interface Hands {
  /** How many errands can be under way at once. **Range** ≥ 1. */
  readonly count: number;
  /** **Throws** what measuring throws. */
  readonly run: <Kind extends Errand['kind']>(errand: ErrandOf<Kind>, options?: ErrandOptions) => Promise<Brought[Kind]>;
}
