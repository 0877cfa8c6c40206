import type { Experiment } from './experiment/experiment.ts';
import type { GradientProfile } from './measure/gradient-profile.ts';
import type { TrainingRecord } from './measure/training/training-record.ts';
import type { Prediction } from './theory/prediction.ts';
import type { TrainingVerdict } from './verdict/training-verdict.ts';
import type { Verdict } from './verdict/verdict.ts';

/** Which engine did the arithmetic. */
export type EngineName = 'tensorflow' | 'wasm' | 'cpu';

/** The answer to one network: what `vanish --json` prints. Stable shape, version 1; new keys may be added. */
export interface Report {
  readonly version: 1;
  readonly kind: 'network';
  /** Canonical text of the question; asking it again gives the same numbers. */
  readonly query: string;
  readonly engine: EngineName;
  readonly experiment: Experiment;
  readonly measured: GradientProfile;
  /** Null where no theory exists, and `theoryMissing` says why. */
  readonly theory: Prediction | null;
  /** What there is no theory for, in words; null where there is one. */
  readonly theoryMissing: string | null;
  readonly verdict: Verdict;
  /** **Unit** milliseconds. */
  readonly timings: { readonly loadMs: number; readonly measureMs: number; readonly predictMs: number };
}

/** The answer to a training: the network at initialisation, what happened to it, and who learned. Version 1, as a Report. */
export interface TrainingReport {
  readonly version: 1;
  readonly kind: 'training';
  readonly query: string;
  readonly engine: EngineName;
  readonly experiment: Experiment;
  /** The same network before the first step. */
  readonly initial: Report;
  readonly record: TrainingRecord;
  readonly verdict: TrainingVerdict;
  /** **Unit** milliseconds. */
  readonly timings: { readonly trainMs: number };
}
