import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { OptimizerStep } from '../layers/stage.ts';
import type { Variant } from '../variant.ts';

/** What a step of training is made from. All tensors but count and rate have the shape of the parameter. */
export interface StepInput {
  readonly gradient: Tensor;
  /** What the optimizer kept of the step before, zero at first. */
  readonly slots: readonly Tensor[];
  /** Number of the step, counted from 1. **Shape** [], float32. */
  readonly count: Tensor;
  /** η. **Shape** [], float32. */
  readonly learningRate: Tensor;
}

/** A step: w ← w + Δw. */
export interface StepOutput {
  readonly change: Tensor;
  readonly slots: readonly Tensor[];
}

/** A way to turn gradients into steps, as TensorFlow.js has it. */
export interface Optimizer extends Variant {
  /** What TensorFlow.js takes when nobody says otherwise, or the usual first choice where it has no default. */
  readonly defaultLearningRate: number;
  /** λ, the share of itself that a weight loses per step and unit of learning rate when nobody says otherwise. */
  readonly weightDecay: number;
  /** Δw / learning rate of the very first step, from zero state; null where it is the gradient itself. */
  readonly firstStep: OptimizerStep;
  /** How many tensors it keeps of each parameter. */
  readonly slots: number;
  /** One step of training, without the decay of weights, which is the same for every optimizer. */
  readonly step: (tf: TensorFlow, input: StepInput) => StepOutput;
}
