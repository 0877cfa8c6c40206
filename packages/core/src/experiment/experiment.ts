import type { Choice } from '../parts/variant.ts';

export type { Choice } from '../parts/variant.ts';

/**
 * One network, complete: everything its answer depends on. Only the query and experiment folders make one, all
 * others trust it. Null means: the variant's own default (gain: the initializer's own variance; lr: the optimizer's).
 */
export interface Experiment {
  /** Architecture. */
  readonly net: Choice;
  /** Number of hidden layers. */
  readonly depth: number;
  /** Units per layer, of an image at each position; also the number of input features where the task leaves it open. */
  readonly width: number;
  readonly activation: Choice;
  readonly init: Choice;
  /** σ_w² = fan_in · Var W; null: as the initializer has it. */
  readonly gain: number | null;
  /** σ_b², the variance of the biases. */
  readonly bias: number;
  readonly norm: Choice;
  /** Whether the normalisation stands before or after the activation. */
  readonly place: Choice;
  readonly skip: Choice;
  /** Order of weights, normalisation and activation in a residual block. */
  readonly order: Choice;
  /** Weight matrices of a residual branch. */
  readonly branch: number;
  /** Tokens of a sequence. */
  readonly tokens: number;
  /** Heads of an attention. */
  readonly heads: number;
  /** Units of a transformer's feed-forward net, as a multiple of the width. */
  readonly expansion: number;
  /** Positions of a kernel along each side of an image. */
  readonly kernel: number;
  /** What kernels find beyond the borders. */
  readonly padding: Choice;
  /** Sides of an image: 1 for a line, 2 for a plane. */
  readonly dims: number;
  /** Positions along each side of the input. */
  readonly size: number;
  /** Layers after which average pooling halves each side; 0: none. */
  readonly pool: number;
  /** σ_in²: what the inputs of a time step add to the variance of each pre-activation of a recurrent net. */
  readonly input: number;
  /** Spectral radius of the recurrent weights of a plain recurrent net; null: as init and gain have it. */
  readonly radius: number | null;
  /** Whether all time steps of a recurrent net use the same weights. */
  readonly tied: boolean;
  /** What opens and closes the gates of a recurrent cell. */
  readonly gate: Choice;
  /** Bias of the forget gate of an lstm. */
  readonly forget: number;
  /** Longest memory over which chrono initialisation spreads the gates' biases, in steps; null: not so initialised. */
  readonly chrono: number | null;
  /** Examples per batch. */
  readonly batch: number;
  /** How many networks are drawn. */
  readonly seeds: number;
  /** Number of the first network; the others follow it. */
  readonly seed: number;
  readonly loss: Choice;
  readonly task: Choice;
  /** Symbols that a text is taken for; the rarest share one. */
  readonly vocabulary: number;
  /** What a symbol of a text is. */
  readonly tokenisation: Choice;
  readonly optimizer: Choice;
  /** Learning rate; null: the optimizer's own default. */
  readonly lr: number | null;
  /** What gradients are clipped to while training; null: not clipped. */
  readonly clip: number | null;
  /** Whether the global norm is clipped, or every entry. */
  readonly clipBy: Choice;
  /** Weight decay λ; null: the optimizer's own. */
  readonly decay: number | null;
  /** Training steps; 0: look at initialisation only. */
  readonly train: number;
  /** Whether the singular values of the input-output Jacobian are wanted. */
  readonly spectrum: boolean;
  /** Which engine is asked for; `auto` takes the fastest present. */
  readonly engine: Choice;
}
