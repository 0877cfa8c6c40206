import type { Tensor } from '@tensorflow/tfjs';
import type { Random } from '../../engine/random.ts';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { MeanField, MeanFieldStep, MissingTheory } from './mean-field.ts';
import type { Shared } from './shared.ts';

/** A gradient readable far beyond float32: the true value is `tensor · exp(logScale)`, one scale per network. */
export interface ScaledGradient {
  /** **Shape** [seeds, batch, units], of order one. */
  readonly tensor: Tensor;
  /** **Shape** [seeds, 1, 1]. **Unit** nats. */
  readonly logScale: Tensor;
}

/** A number per network that a stage observes, by the row of the report it belongs to. **Shape** of each value [seeds, 1, 1]. */
export type Observe = (row: number, quantity: Quantity, value: Tensor) => void;

/**
 * What can be observed at a row: sums, counts and logarithms, as they fall out of tensors. Whoever reads makes means,
 * shares and correlations of them, in double precision.
 */
export type Quantity =
  /** Σ φ(z) */
  | 'sum'
  /** ln ‖φ(z)‖ */
  | 'logNorm'
  /** ln ‖z‖ */
  | 'logPreActivationNorm'
  /** Σ φ′(z)² */
  | 'slopeSquares'
  /** How many entries are saturated. */
  | 'saturated'
  /** How many units are dead. */
  | 'dead'
  /** Σ z₁·z₂ over pairs of neighbouring examples. */
  | 'pairProduct'
  /** √Σ z₁² and √Σ z₂² over the same pairs. */
  | 'pairNorms'
  | 'logSignal'
  /** ‖∂loss/∂z‖, in a training. */
  | 'signalNorm'
  | 'zero'
  | 'belowFloat32'
  | 'notANumber'
  | 'infinite'
  /** ln ‖·‖ of what a branch adds to the stream, and of what the skip path carries past it; one of each per branch of the row. */
  | 'logBranchNorm'
  | 'logSkipNorm'
  /** The same of the gradient that comes back by either way, last branch first. */
  | 'logBranchGradient'
  | 'logSkipGradient'
  | 'logGradientNorm'
  | 'logWeightNorm'
  | 'logStepNorm';

/** How a trained tensor comes into being: W = scale · (standard draw). */
export interface ParameterRequest {
  /** Row of the report whose weights it belongs to; null for biases, which no row tells of. */
  readonly row: number | null;
  /** Who uses it, where it is not that row alone: `all steps`. */
  readonly sharedBy?: string;
  readonly draw: () => Tensor;
  readonly scale: (draw: Tensor) => Tensor;
}

/** A trained tensor, W = scale · draw: freshly drawn in a measurement, with scale 1 while training. */
export interface Parameter {
  readonly draw: Tensor;
  readonly scale: Tensor;
  /** Hands over ∂loss/∂W; what is not trained does not have it computed. */
  readonly learn: (gradient: () => ScaledGradient) => void;
  /** The same where it is inputᵀ · gradient. */
  readonly learnProduct: (input: Tensor, gradient: ScaledGradient) => void;
}

/** What a stage may use while a batch flows through it. */
export interface Pass {
  readonly tf: TensorFlow;
  readonly random: Random;
  readonly seeds: number;
  /** What networks that pass side by side have in common: drawn for as many seeds, each seed for some networks in a row. */
  readonly common: { readonly random: Random; readonly seeds: number };
  /** ‖x‖ of each network. **Shape** x [seeds, …] → [seeds, 1, …]. */
  readonly norm: (x: Tensor) => Tensor;
  readonly observe: Observe;
  readonly parameter: (request: ParameterRequest) => Parameter;
  /**
   * Whether this is a step of training: biases are trained even where they start at zero, parameters have the scale one, and
   * gradients keep the size that float32 gives them, with scales of one.
   */
  readonly isTraining: boolean;
  /** What several stages use, such as the weights of all time steps. */
  readonly shared: Shared;
  /** First step of the optimizer for a gradient, per unit of learning rate. */
  readonly optimizerStep: OptimizerStep;
  /** Whether tiny and non-finite numbers are looked at one by one: dearer, and done only once one is known to exist. */
  readonly isCareful: boolean;
}

/**
 * Δw / learning rate for the gradient `tensor · exp(logScale)`, in the same scaled form; null where Δw is the
 * gradient itself, so that nobody computes it twice.
 */
export type OptimizerStep = ((tf: TensorFlow, gradient: ScaledGradient) => ScaledGradient) | null;

/** What a stage hands on: its output, and the way back for a gradient. */
export interface Flow {
  readonly output: Tensor;
  /** Maps ∂loss/∂output to ∂loss/∂input, observing what it passes. */
  readonly pullback: (gradient: ScaledGradient) => ScaledGradient;
}

/** One stage of a network: what it does to tensors, and what mean-field theory says of it. */
export interface Stage {
  /** Everything the graph of operations depends on: two stages with one signature differ in `numbers` alone. */
  readonly signature: string;
  /** Scales that are arguments of the graph, so that sweeps reuse it. */
  readonly numbers: readonly number[];
  /** `numbers` arrive in the same order. **Shape** of each [], or [seeds, 1, 1] where networks of several blueprints pass side by side. */
  readonly forward: (pass: Pass, input: Tensor, numbers: readonly Tensor[]) => Flow;
  /** Whether its mean field minds the positions of an image itself; otherwise it does the same at each, see `stepOf`. */
  readonly isSpatial?: boolean;
  readonly meanField: (field: MeanField) => MeanFieldStep | MissingTheory;
}
