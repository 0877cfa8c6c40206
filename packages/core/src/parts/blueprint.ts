import type { Activation } from './activations/activation.ts';
import type { NetworkSize } from './architectures/architecture.ts';
import type { Clipping } from './clippings/clipping.ts';
import type { Form } from './form.ts';
import type { Stage } from './layers/stage.ts';
import type { Loss } from './losses/loss.ts';
import type { Optimizer } from './optimizers/optimizer.ts';
import type { Task } from './tasks/task.ts';

/** A row of the report. */
export interface Row {
  readonly name: string;
  /** Units of its pre-activation. */
  readonly units: number;
  /** Units of its activation, where they are not those of its pre-activation. */
  readonly activated?: number;
  /** Places of one example at which the units stand, such as tokens or the positions of an image; 1 when left out. */
  readonly positions?: number;
  /** What its branches are called, first branch first, where skip connections go around more than one. */
  readonly branches?: readonly string[];
}

/** The recursion that a uniform network repeats from layer to layer: q' = σ_w² V(q) + σ_b² (+ σ_in²). */
export interface Recursion {
  readonly activation: Activation;
  /** σ_w² */
  readonly gain: number;
  /** σ_b² */
  readonly bias: number;
  /** σ_in², what inputs add at every row; left out where they enter at the first row alone. */
  readonly input?: number;
}

/** A network as chains of stages, and the rows its report will have. */
export interface Built {
  /** From the input to the last hidden layer. */
  readonly hidden: readonly Stage[];
  /** From there to the loss; empty where the loss sits on the last hidden layer. */
  readonly readout: readonly Stage[];
  /** The report's rows, first layer first; a readout comes last. */
  readonly rows: readonly Row[];
  /** The recursion of the hidden layers, whose fixed point theory looks for; null where layers do not repeat one. */
  readonly recursion: Recursion | null;
  /**
   * Where the factor of the squared gradient from row to row comes from, in a sentence of its own; null where it is the
   * activation's slope times the weights' variance.
   */
  readonly story: ((factor: number) => string) | null;
}

/** A network ready to be measured and predicted: names have become records. Measurement and theory read the same one. */
export interface Blueprint extends Built {
  readonly size: NetworkSize;
  /** How the inputs of an example are laid out. */
  readonly form: Form;
  /** Features of one example as the task draws them, or its places, where they hold symbols. */
  readonly features: number;
  /** Places, counted from the last one back, whose answers a training reads. */
  readonly reads: number;
  readonly batch: number;
  readonly seeds: number;
  readonly firstSeed: number;
  readonly task: Task;
  readonly loss: Loss;
  readonly optimizer: Optimizer;
  readonly learningRate: number;
  /** θ, what gradients are cut to while training; null: not clipped. */
  readonly clip: number | null;
  readonly clipBy: Clipping;
  /** λ, the share of itself that a weight loses per step and unit of learning rate. */
  readonly decay: number;
}
