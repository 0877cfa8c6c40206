import type { ProbedLayer } from '../probe/probe-report.ts';

/** What a trap looks at: the configuration of a layer, and what was measured of it. */
export interface Patient {
  readonly name: string;
  readonly className: string;
  /** As the layer serialises itself. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Mean over units of the variance, over everything else, of what comes in; null where it is not finite or nothing was measured. */
  readonly inputVariance: number | null;
  /** Null where the layer has no row. */
  readonly measured: ProbedLayer | null;
  /** The loss that reads this layer's output, by its name; null where it is none of an output, or has no name. */
  readonly loss: string | null;
}

/** A trap that was stepped into. */
export interface TrapFinding {
  readonly trap: string;
  readonly layer: string;
  /** What stands there and what it does. */
  readonly problem: string;
  /** What to write instead. */
  readonly change: string;
  /** What that does to the gradient, or to the training. */
  readonly expected: string;
  readonly source: string;
}

/** Something that TensorFlow.js does otherwise than its name, its documentation or a textbook says. */
export interface Trap {
  readonly name: string;
  /** One line, lower case, no full stop. */
  readonly summary: string;
  /** Where it is written down, or how it was found. */
  readonly source: string;
  /** Smaller comes first in advice: what costs a gradient more. */
  readonly precedence: number;
  /** Whether what it does makes gradients smaller: no advice where they are too large. */
  readonly isLossy: boolean;
  /** What is wrong with a layer; null where nothing is. */
  readonly find: (patient: Patient) => Pick<TrapFinding, 'problem' | 'change' | 'expected'> | null;
}
