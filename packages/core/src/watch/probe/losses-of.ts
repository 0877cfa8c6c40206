import type { LayersModel, Scalar, SymbolicTensor, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { outputNamesOf } from '../foreign-layer.ts';
import { WatchError } from '../watch-error.ts';

/** A loss as `model.compile` takes it: its name in TensorFlow.js, or a function of target and prediction. */
export type ForeignLoss = string | ((target: Tensor, prediction: Tensor) => Tensor);

/** One loss for all outputs, or one for each: in order, or by name. */
export type ForeignLosses = ForeignLoss | readonly ForeignLoss[] | Readonly<Record<string, ForeignLoss>>;

/** A loss of one output. */
export interface OutputLoss {
  readonly output: string;
  /** Null of a function without one. */
  readonly name: string | null;
  readonly evaluate: (target: Tensor, prediction: Tensor) => Tensor;
}

/** The half of a compiled model that its declaration does not show. */
interface Compiled {
  readonly loss?: ForeignLosses;
  readonly calculateLosses: () => Scalar[];
}

/**
 * The losses of a model's outputs: those given, or else those it was compiled with.
 *
 * **Throws** WatchError where there are none, or TensorFlow.js does not know one by its name.
 */
export const lossesOf = (tf: TensorFlow, model: LayersModel, given: ForeignLosses | undefined): readonly OutputLoss[] => {
  const losses = given ?? (model as unknown as Compiled).loss;
  if (losses === undefined)
    throw new WatchError(
      `model "${model.name}" has no loss - give one, as in probe(model, { inputs, targets, loss: 'meanSquaredError' }), or compile the model first`,
    );
  return outputNamesOf(model).map((output, index) => {
    const loss = lossOf(losses, output, index);
    if (loss === undefined)
      throw new WatchError(`the output "${output}" of model "${model.name}" has no loss`, { layer: output });
    return {
      output,
      name: typeof loss === 'string' ? loss : null,
      evaluate: typeof loss === 'string' ? lossNamed(tf, loss) : loss,
    };
  });
};

const lossOf = (losses: ForeignLosses, output: string, index: number): ForeignLoss | undefined => {
  if (typeof losses === 'string' || typeof losses === 'function') return losses;
  return Array.isArray(losses) ? losses[index] : (losses as Readonly<Record<string, ForeignLoss>>)[output];
};

/** TensorFlow.js hands out its losses to models that compile: a small one asks for it. Names are given, so that none is used up. */
const lossNamed = (tf: TensorFlow, name: string): OutputLoss['evaluate'] => {
  const input = tf.input({ shape: [1], name: 'vanish_input' });
  const layer = tf.layers.dense({ units: 1, name: 'vanish_loss', kernelInitializer: 'zeros' });
  const optimizer = tf.train.sgd(0);
  const asking = tf.model({ name: 'vanish_asks_for_loss', inputs: input, outputs: layer.apply(input) as SymbolicTensor });
  try {
    asking.compile({ optimizer, loss: name });
    return (asking as unknown as { readonly lossFunctions: readonly OutputLoss['evaluate'][] })
      .lossFunctions[0] as OutputLoss['evaluate'];
  } catch (cause) {
    throw new WatchError(
      `unknown loss "${name}" - TensorFlow.js knows meanSquaredError, meanAbsoluteError, categoricalCrossentropy, sparseCategoricalCrossentropy, binaryCrossentropy and some more; a function of target and prediction will do, too`,
      { cause },
    );
  } finally {
    asking.dispose();
    optimizer.dispose();
  }
};

/** What `fit` minimises: Σ over outputs of the mean over the batch, and what regularizers add. */
export const totalLoss = (
  tf: TensorFlow,
  model: LayersModel,
  losses: readonly OutputLoss[],
  targets: readonly Tensor[],
  predictions: readonly Tensor[],
): Scalar => {
  const parts = losses.map(({ output, name, evaluate }, index) => {
    const [target, prediction] = [targets[index] as Tensor, predictions[index] as Tensor];
    try {
      mustMatch(name, target, prediction);
      return tf.mean(evaluate(target, prediction)) as Scalar;
    } catch (cause) {
      const shapes = `targets of shape [${target.shape.join(', ')}] for predictions of shape [${prediction.shape.join(', ')}]`;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new WatchError(`the loss of output "${output}" does not take ${shapes}: ${reason}`, { cause, layer: output });
    }
  });
  return [...parts, ...(model as unknown as Compiled).calculateLosses()].reduce((sum, part) => tf.add(sum, part) as Scalar);
};

/** A loss by name compares entry by entry, and would stretch what is of another shape; the sparse ones take numbers of classes. */
const mustMatch = (name: string | null, target: Tensor, prediction: Tensor): void => {
  const isByName = name !== null && !/^sparse/i.test(name);
  const differs = target.rank !== prediction.rank || target.shape.some((size, axis) => size !== prediction.shape[axis]);
  if (isByName && differs) throw new RangeError('they have to be alike');
};
