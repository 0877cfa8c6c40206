import type { EngineName, Report, TrainingReport } from '../report.ts';
import type { MapLines } from './map-lines.ts';
import type { Point } from './point.ts';

/** What all answers about several networks share. Version 1, as a Report. */
interface StudyFacts {
  readonly version: 1;
  /** Canonical text of the question. */
  readonly query: string;
  readonly engine: EngineName;
  /** Queries for which the time did not suffice; empty where the answer is whole. */
  readonly unanswered: readonly string[];
  /** **Unit** milliseconds. */
  readonly timings: { readonly totalMs: number };
}

/** What a study came to, in words. */
export interface StudyVerdict {
  /** One sentence with the number that matters. */
  readonly headline: string;
  /** Facts with numbers, most telling first. */
  readonly evidence: readonly string[];
  /** The next question to ask; null where there is none. */
  readonly advice: { readonly query: string; readonly why: string } | null;
}

/** A network in its place among others. */
export interface Ranked {
  readonly name: string;
  readonly query: string;
  /**
   * What it is ranked by: decades of the signal between the last and the first layer, negative = vanishing, or the loss over the last
   * tenth of a training; mean over networks, null where one of them is zero or not finite.
   */
  readonly value: number | null;
  /** How much farther from zero that is than of the best, over pairs of the same seed: mean and 95 % Student interval; null of the best itself, and where a value is missing. */
  readonly behind: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** Up to eight networks on the same seeds and data: `act=sigmoid,relu`, `… vs …`. */
export interface ComparisonReport extends StudyFacts {
  readonly kind: 'comparison';
  /** What tells the networks apart, in the order of the reports: `relu + he-normal`. */
  readonly names: readonly string[];
  /** The whole answer of each network; trainings where the question trains. */
  readonly reports: readonly (Report | TrainingReport)[];
  /** Best first. */
  readonly ranking: readonly Ranked[];
  readonly rankedBy: 'flatness' | 'loss';
  readonly verdict: StudyVerdict;
}

/** A key that runs along an axis of a picture. */
export interface SweptAxis {
  /** As a question names it: `depth`. */
  readonly key: string;
  /** What it is, for the title of an axis: `hidden layers`. */
  readonly summary: string;
  readonly values: readonly number[];
  readonly isWhole: boolean;
  /** Whether values are spaced by equal factors. */
  readonly isLogarithmic: boolean;
}

/** A curve: one network, a range of one of its keys. */
export interface Curve {
  /** What tells it from the others; empty where it is the only one. */
  readonly name: string;
  /** In the order of the axis; null where the time did not suffice. */
  readonly points: readonly (Point | null)[];
  /** Where depth is swept: ξ by theory, and 6 ξ, as deep as plain gradient descent trains. Null where there is none, or no depth is swept. */
  readonly depthScale: number | null;
  readonly trainableDepth: number | null;
}

/** A key along its range: `depth=2..64`; one curve for each combination of what is listed. */
export interface SweepReport extends StudyFacts {
  readonly kind: 'sweep';
  readonly axis: SweptAxis;
  readonly curves: readonly Curve[];
  readonly verdict: StudyVerdict;
}

/** Two keys along their ranges: `gain=0.5..3 bias=0..1`. */
export interface MapReport extends StudyFacts, MapLines {
  readonly kind: 'map';
  readonly x: SweptAxis;
  readonly y: SweptAxis;
  /** rows[y][x]; null where the time did not suffice, or not yet. */
  readonly rows: readonly (readonly (Point | null)[])[];
  /** Networks drawn for each point. */
  readonly seeds: number;
  readonly verdict: StudyVerdict;
}

/** A remedy, or two together, tried on the same seeds. */
export interface Treatment {
  /** `he`, `he + batch-norm` */
  readonly name: string;
  /** Why it should help, in half a sentence. */
  readonly why: string;
  readonly query: string;
  /** The pairs that differ from the patient's: `init=he-normal`. */
  readonly changes: readonly string[];
  readonly report: Report;
  /** Decades of the signal between the last and the first layer; null where one of them is zero or not finite. */
  readonly decades: number | null;
  /** Decades by which the signal is flatter over all layers; negative = worse. Null where one of the two is zero or not finite. */
  readonly improvement: number | null;
  /** What was measured; of what changes the optimizer's steps alone, nothing is seen before training. */
  readonly effect: 'cures' | 'helps' | 'shows in training' | 'changes nothing' | 'makes it worse';
}

/** A short real training that proves a treatment, or shows what the patient does without one. */
export interface Proof {
  /** Of the treatment; null of the patient as it is. */
  readonly name: string | null;
  readonly report: TrainingReport;
}

/** Every remedy that fits, measured and ranked: `fix depth=30 act=sigmoid`. */
export interface CureReport extends StudyFacts {
  readonly kind: 'cure';
  readonly patient: Report;
  /** Best first. */
  readonly treatments: readonly Treatment[];
  /** The patient first, then the best treatments; empty where nothing helps, or training costs too much. */
  readonly proofs: readonly Proof[];
  readonly verdict: StudyVerdict;
}

/** An answer about several networks. */
export type StudyReport = ComparisonReport | SweepReport | MapReport | CureReport;

/** Any answer that was measured. */
export type Answer = Report | TrainingReport | StudyReport;
