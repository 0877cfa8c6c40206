import type { Activation } from '../activations/activation.ts';
import type { Built } from '../blueprint.ts';
import type { Clash } from '../clash.ts';
import type { Form } from '../form.ts';
import type { Initializer } from '../initializers/initializer.ts';
import type { Taps } from '../initializers/law.ts';
import { dense } from '../layers/dense.ts';
import type { Stage } from '../layers/stage.ts';
import type { Norm } from '../norms/norm.ts';
import type { Order } from '../orders/order.ts';
import type { Padding } from '../paddings/padding.ts';
import type { Place } from '../places/place.ts';
import type { Skip } from '../skips/skip.ts';
import type { Variant } from '../variant.ts';

/** Numbers that the size of a network follows from. */
export interface SizeSettings {
  readonly depth: number;
  readonly width: number;
  /** Weight matrices of a residual branch. */
  readonly branch: number;
  /** Tokens of a sequence. */
  readonly tokens: number;
  /** Heads of an attention. */
  readonly heads: number;
  /** Units of a feed-forward net inside a transformer, as a multiple of the width. */
  readonly expansion: number;
  /** Positions of a kernel along each side. */
  readonly kernel: number;
  /** Sides of an image. */
  readonly dims: number;
  /** Positions along each side of the input. */
  readonly size: number;
  /** Layers between two poolings; 0: none. */
  readonly pool: number;
  /** Whether all time steps use the same weights. */
  readonly tied: boolean;
}

/** What an architecture is built from. */
export interface BuildSettings extends SizeSettings {
  /** Input features of one example, all places together. */
  readonly features: number;
  /** Places, counted from the last one back, whose answers a training reads. */
  readonly reads: number;
  /** Whether something before the network is trained, and wants the gradient of its inputs. */
  readonly trainsInputs: boolean;
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
  readonly padding: Padding;
  /** σ_in², what the inputs of a time step add to the variance of each pre-activation. */
  readonly input: number;
  /** Spectral radius of the recurrent weights; null: as initializer and gain have it. */
  readonly radius: number | null;
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
  /** Numbers of its last hidden layer, per example; the width when left out. */
  readonly outputs?: number;
}

/** Settings beside its size that an architecture may not want together. */
interface Clashing {
  readonly spectrum: boolean;
  readonly gain: number | null;
  readonly radius: number | null;
}

/** A shape of network. */
export interface Architecture extends Variant {
  /** The keys that shape it and not every network, by their field in an Experiment. */
  readonly takes: readonly string[];
  /** Settings that are fine by themselves and cannot be built together; null when there are none. */
  readonly clash?: (settings: SizeSettings & Clashing) => Clash | null;
  /** The keys that shape every other network and mean nothing to this one, by their field; none when left out. */
  readonly ignores?: readonly string[];
  /** Whether its depth counts time steps; layers when left out. */
  readonly countsSteps?: boolean;
  /** How its inputs are laid out; as a vector when left out. */
  readonly form?: (settings: SizeSettings) => Form;
  /** Whether its stream begins with the inputs themselves, which therefore come as wide as it is; no when left out. */
  readonly isStream?: boolean;
  /** Whether it does not see in which order places stand; no when left out. */
  readonly isOrderBlind?: boolean;
  /** Its size, known before it is built. The readout is left out: it is small beside any hidden layer. */
  readonly size: (settings: SizeSettings) => NetworkSize;
  readonly build: (settings: BuildSettings) => Built;
}

/** Tensors of the size of a layer's pre-activations that live until the pass ends: z, φ, φ′ and what statistics need. */
export const keptPerActivation = 6;

/** A matrix of weights, and where it stands. */
export interface WeightsShape {
  readonly row: number;
  readonly fanIn: number;
  readonly fanOut: number;
  /** What the standard deviation is multiplied by; 1 when left out. */
  readonly factor?: number;
  readonly taps?: Taps;
}

/** Weights of a row, drawn as the settings say. */
export const weights = ({ init: initializer, gain, bias }: BuildSettings, shape: WeightsShape): Stage =>
  dense({ ...shape, initializer, gain, bias });
