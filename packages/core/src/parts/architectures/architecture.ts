import type { Activation } from '../activations/activation.ts';
import type { Built } from '../blueprint.ts';
import type { Initializer } from '../initializers/initializer.ts';
import { dense } from '../layers/dense.ts';
import type { Stage } from '../layers/stage.ts';
import type { Norm } from '../norms/norm.ts';
import type { Order } from '../orders/order.ts';
import type { Place } from '../places/place.ts';
import type { Skip } from '../skips/skip.ts';
import type { Variant } from '../variant.ts';

/** Numbers that the size of a network follows from. */
export interface SizeSettings {
  readonly depth: number;
  readonly width: number;
  /** Weight matrices of a residual branch. */
  readonly branch: number;
  /** Whether all time steps use the same weights. */
  readonly tied: boolean;
}

/** What an architecture is built from. */
export interface BuildSettings extends SizeSettings {
  /** Input features. */
  readonly features: number;
  /** Outputs of the readout; null where the loss sits on the last pre-activation. */
  readonly outputs: number | null;
  readonly activation: Activation;
  readonly init: Initializer;
  /** σ_w²; null: as the initializer has it. */
  readonly gain: number | null;
  /** σ_b² */
  readonly bias: number;
  readonly norm: Norm;
  readonly place: Place;
  readonly skip: Skip;
  readonly order: Order;
  /** σ_in², what the inputs of a time step add to the variance of each pre-activation. */
  readonly input: number;
  /** What opens and closes the gates of a recurrent cell. */
  readonly gate: Activation;
  /** Bias of the forget gate. */
  readonly forget: number;
  /** The longest memory that chrono initialisation spreads the gates' biases over; null: not so initialised. */
  readonly chrono: number | null;
}

/** How large one network is. */
export interface NetworkSize {
  /** Entries of its weights. */
  readonly weights: number;
  /** Multiplications of one example on its way forward. */
  readonly products: number;
  /** Numbers that live until the pass ends, per example. */
  readonly kept: number;
}

/** A shape of network. */
export interface Architecture extends Variant {
  /** The keys that shape it and not every network, by their field in an Experiment. */
  readonly takes: readonly string[];
  /** The keys that shape every other network and mean nothing to this one, by their field; none when left out. */
  readonly ignores?: readonly string[];
  /** Input features of one example; its width when left out. */
  readonly features?: (settings: SizeSettings) => number;
  /** Its size, known before it is built. The readout is left out: it is small beside any hidden layer. */
  readonly size: (settings: SizeSettings) => NetworkSize;
  readonly build: (settings: BuildSettings) => Built;
}

/** Tensors of the size of a layer's pre-activations that live until the pass ends: z, φ, φ′ and what statistics need. */
export const keptPerActivation = 6;

/** Weights of a row, drawn as the settings say. */
export const weights = (
  { init: initializer, gain, bias }: BuildSettings,
  shape: { readonly row: number; readonly fanIn: number; readonly fanOut: number; readonly factor?: number },
): Stage => dense({ ...shape, initializer, gain, bias });
