import type { Tensor } from '@tensorflow/tfjs';
import type { Random } from '../../engine/random.ts';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Answers } from '../tasks/answers.ts';
import type { Variant } from '../variant.ts';

/** What a loss is given. **Shape** output and targets [seeds, batch, outputs]. */
export interface LossInput {
  readonly tf: TensorFlow;
  readonly random: Random;
  readonly output: Tensor;
  readonly targets: Tensor;
}

/** A loss at the end of a network, averaged over the batch. */
export interface Loss extends Variant {
  /** Whether a linear readout to the classes stands before it; otherwise it sits on the last pre-activation itself. */
  readonly hasReadout: boolean;
  /** Whether it can only tell classes apart; no when left out. */
  readonly needsClasses?: boolean;
  /** Loss per network; null for a loss that is only a direction. **Shape** [seeds]. */
  readonly value: (input: LossInput) => Tensor | null;
  /** ∂loss/∂output. **Shape** [seeds, batch, outputs]. */
  readonly gradient: (input: LossInput) => Tensor;
  /** What an answer loses that knows nothing but how often each comes; null for a loss that is only a direction. */
  readonly chanceLoss: (answers: Answers) => number | null;
  /** Expected mean square of the gradient's entries for Gaussian outputs of the given second moment. */
  readonly gradientSecondMoment: (setting: {
    readonly outputSecondMoment: number;
    readonly outputs: number;
    readonly batch: number;
    /** E t² of an entry of the targets. */
    readonly targetSecondMoment: number;
  }) => number;
}
