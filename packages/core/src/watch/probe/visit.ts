import type { Tensor } from '@tensorflow/tfjs';
import type { Activation } from '../../parts/activations/activation.ts';
import type { ForeignLayer } from '../foreign-layer.ts';

/** One time that a layer, or a tap of a hand-written network, was passed on the way forward. */
export interface Visit {
  /** `dense_1`; the second time in one pass `dense_1#2`. */
  readonly name: string;
  /** Null of a tap. */
  readonly layer: ForeignLayer | null;
  readonly inputs: readonly Seen[];
  /** What the activation was given, where the layer has one. */
  readonly preActivation: Seen | null;
  readonly outputs: readonly Seen[];
  /** h_t, earliest first, by cell; empty where nothing recurs. */
  readonly steps: readonly (readonly Seen[])[];
  /** φ; null where nobody knows it, linear where there is none. */
  readonly activation: Activation | null;
  /** Operations that were written down meanwhile. */
  readonly operations: { readonly from: number; readonly to: number };
}

/** A tensor as it was met: the one on the tape by its id, and a copy that outlives it. */
export interface Seen {
  readonly tensor: Tensor;
  readonly copy: Tensor;
}
