import type { OptimizerStep } from '../layers/stage.ts';
import type { Variant } from '../variant.ts';

/** A way to turn gradients into steps, as TensorFlow.js has it. */
export interface Optimizer extends Variant {
  /** What TensorFlow.js takes when nobody says otherwise, or the usual first choice where it has no default. */
  readonly defaultLearningRate: number;
  /** Δw / learning rate of the very first step, from zero state; null where it is the gradient itself. */
  readonly firstStep: OptimizerStep;
}
