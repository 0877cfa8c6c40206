import type { Activation } from '../parts/activations/activation.ts';
import { sigmoid } from '../parts/activations/sigmoid.ts';
import { mlp } from '../parts/architectures/mlp.ts';
import { assemble, type Parts } from '../parts/assemble.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import { norm as byNorm } from '../parts/clippings/norm.ts';
import type { Initializer } from '../parts/initializers/initializer.ts';
import { lecunNormal } from '../parts/initializers/lecun-normal.ts';
import type { Loss } from '../parts/losses/loss.ts';
import { probe } from '../parts/losses/probe.ts';
import { none as noNorm } from '../parts/norms/none.ts';
import type { Optimizer } from '../parts/optimizers/optimizer.ts';
import { sgd } from '../parts/optimizers/sgd.ts';
import { pre } from '../parts/orders/pre.ts';
import { circular } from '../parts/paddings/circular.ts';
import { before } from '../parts/places/before.ts';
import { residual } from '../parts/skips/residual.ts';
import { pairsWith } from '../parts/tasks/pairs.ts';
import type { Task } from '../parts/tasks/task.ts';

/** What may differ from a plain fully connected net. */
type Shape =
  | 'net'
  | 'norm'
  | 'place'
  | 'skip'
  | 'order'
  | 'branch'
  | 'tokens'
  | 'heads'
  | 'expansion'
  | 'input'
  | 'radius'
  | 'tied'
  | 'gate'
  | 'forget'
  | 'chrono'
  | 'kernel'
  | 'padding'
  | 'dims'
  | 'size'
  | 'pool';

/** A plain net as papers describe one. */
export interface PlainNet {
  readonly activation: Activation;
  /** Law of the weights; LeCun normal when left out. */
  readonly initializer?: Initializer;
  /** σ_w²; the initializer's own when left out. */
  readonly gain?: number;
  /** σ_b²; 0 when left out. */
  readonly bias?: number;
  /** Layers with weights; a random output vector stands at the pre-activation of the last. */
  readonly depth: number;
  readonly width: number;
  /** Input features; the width when left out. */
  readonly features?: number;
  readonly seeds: number;
  readonly firstSeed?: number;
  /** Inputs per network, each with its own random output vector; 1 when left out. */
  readonly batch?: number;
  /** Where inputs come from; independent N(0, 1) entries when left out. */
  readonly task?: Task;
  /** A random output vector when left out. */
  readonly loss?: Loss;
  /** What else differs from a plain fully connected net. */
  readonly parts?: Partial<Pick<Parts, Shape>>;
}

const standardInputs = pairsWith({ correlation: 0, secondMoment: 1 });

/** Parts of a plain net, of a block where there are blocks, and of an image where there are images: a circle of twelve positions. */
const plainParts: Pick<Parts, Shape> = {
  ...{ net: mlp, norm: noNorm, place: before, skip: residual, order: pre, branch: 2, tokens: 1, heads: 1, expansion: 1 },
  ...{ input: 1, radius: null, tied: true, gate: sigmoid, forget: 1, chrono: null },
  ...{ kernel: 3, padding: circular, dims: 1, size: 12, pool: 0 },
};

/** How a net learns. */
export interface Learning {
  readonly learningRate: number;
  readonly optimizer?: Optimizer;
  /** θ, the largest global norm of its gradient. */
  readonly clip?: number;
}

/** Builds the net through the very code that answers users; `learning` is for those that are trained. */
export const blueprintOf = (net: PlainNet, learning: Partial<Learning> = {}): Blueprint => {
  const { initializer: init = lecunNormal, gain = null, bias = 0, firstSeed = 0, batch = 1, parts, ...said } = net;
  const { task = standardInputs, loss = probe } = net;
  const { optimizer = sgd, learningRate = null, clip = null } = learning;
  const learned = { optimizer, learningRate, clip, clipBy: byNorm, decay: null };
  return assemble({ ...plainParts, ...said, ...parts, init, gain, bias, batch, firstSeed, task, loss, ...learned });
};
