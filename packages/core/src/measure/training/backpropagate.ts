import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../../engine/engine.ts';
import { createRandom } from '../../engine/random.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import type { Observe } from '../../parts/layers/stage.ts';
import { createPass } from '../create-pass.ts';
import { type Sweep, scalarsOf, sweep } from '../run-pass.ts';
import { learnInto } from './learn-into.ts';

/** Which batch goes through which networks. */
export interface BatchArguments {
  /** Number of the first network. **Shape** [], int32. */
  readonly firstSeed: Tensor;
  /** Number of the step, counted from 1. **Shape** [], int32. */
  readonly step: Tensor;
  readonly parameters: readonly Tensor[];
  /** What the task draws from. */
  readonly tables: readonly Tensor[];
}

/** What a batch leaves. */
export interface Backpropagated extends Sweep {
  /** ∂loss/∂w of each parameter, before clipping. */
  readonly gradients: readonly Tensor[];
}

/** The batch of a step on its way through all networks at once, through the loss, and back. A plain function of tensors. */
export const backpropagate = (
  engine: Engine,
  blueprint: Blueprint,
  { firstSeed, step, parameters, tables }: BatchArguments,
  observe: Observe = () => undefined,
): Backpropagated => {
  const { tf } = engine;
  const learner = learnInto(tf, parameters);
  const pass = createPass(engine, {
    random: createRandom(engine, firstSeed, step),
    seeds: blueprint.seeds,
    isTraining: true,
    parameter: learner.parameter,
    observe,
  });
  const swept = sweep(pass, blueprint, { numbers: scalarsOf(tf, blueprint), tables });
  return { ...swept, gradients: learner.gradients() };
};
