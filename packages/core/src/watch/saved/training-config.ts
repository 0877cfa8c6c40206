import type { Optimizer, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { ForeignLoss } from '../probe/losses-of.ts';
import { isObject, type JsonObject, objectIn, textIn } from './json.ts';

/** A loss that a training config names. */
export interface ReadLoss {
  /** By the name of TensorFlow.js: what targets it takes. */
  readonly name: string;
  /** How people call it. */
  readonly title: string;
  readonly loss: ForeignLoss;
}

/** Losses of TensorFlow.js, by the names that Keras has for them where they differ. */
const aliases: Readonly<Record<string, string>> = {
  mse: 'meanSquaredError',
  mae: 'meanAbsoluteError',
  mape: 'meanAbsolutePercentageError',
  msle: 'meanSquaredLogarithmicError',
  kld: 'kullbackLeiblerDivergence',
  klDivergence: 'kullbackLeiblerDivergence',
  logCosh: 'logcosh',
  cosineSimilarity: 'cosineProximity',
};

/** What a loss reads that is given logits. */
const ofLogits: Readonly<Record<string, (tf: TensorFlow, target: Tensor, prediction: Tensor) => Tensor>> = {
  categoricalCrossentropy: (tf, target, prediction) => tf.losses.softmaxCrossEntropy(target, prediction),
  sparseCategoricalCrossentropy: (tf, target, prediction) => {
    const classes = tf.oneHot(target.reshape(prediction.shape.slice(0, -1)).toInt(), prediction.shape.at(-1) as number);
    return tf.losses.softmaxCrossEntropy(classes, prediction);
  },
  binaryCrossentropy: (tf, target, prediction) => tf.losses.sigmoidCrossEntropy(target, prediction),
};

/** The loss of an output: one for all, one each in order, or by name; null where none is said, or nobody here knows it. */
export const lossIn = (tf: TensorFlow, training: JsonObject | null, output: string, index: number): ReadLoss | null => {
  const loss = training?.['loss'];
  const own = Array.isArray(loss) ? loss[index] : isObject(loss) && !('class_name' in loss) ? loss[output] : loss;
  const given = textIn(own, 'class_name') ?? (typeof own === 'string' ? own : null);
  if (given === null) return null;
  const camel = given.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  const plain = /^[A-Z]{2,}$/u.test(camel) ? camel.toLowerCase() : `${camel.slice(0, 1).toLowerCase()}${camel.slice(1)}`;
  const name = aliases[plain] ?? plain;
  if (!known.includes(name)) return null;
  const logits = objectIn(own, 'config')?.['from_logits'] === true ? ofLogits[name] : undefined;
  if (logits === undefined) return { name, title: name, loss: name };
  return { name, title: `${name} of logits`, loss: (target, prediction) => logits(tf, target, prediction) };
};

const known: readonly string[] = [
  ...new Set(Object.values(aliases)),
  'squaredHinge',
  'hinge',
  'categoricalHinge',
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'binaryCrossentropy',
  'poisson',
];

type Numbers = (names: readonly string[], usual: number) => number;

/** Optimizers of TensorFlow.js by their class in lower case, with what Keras takes where nothing is said. */
const optimizers: Readonly<Record<string, (tf: TensorFlow, rate: number, numbers: Numbers) => Optimizer>> = {
  sgd: (tf, rate, numbers) => {
    const momentum = numbers(['momentum'], 0);
    return momentum === 0 ? tf.train.sgd(rate) : tf.train.momentum(rate, momentum);
  },
  momentum: (tf, rate, numbers) => tf.train.momentum(rate, numbers(['momentum'], 0.9)),
  rmsprop: (tf, rate, numbers) =>
    tf.train.rmsprop(rate, numbers(['decay', 'rho'], 0.9), numbers(['momentum'], 0), numbers(['epsilon'], 1e-7)),
  adagrad: (tf, rate, numbers) => tf.train.adagrad(rate, numbers(['initialAccumulatorValue', 'initial_accumulator_value'], 0.1)),
  adadelta: (tf, rate, numbers) => tf.train.adadelta(rate, numbers(['rho'], 0.95), numbers(['epsilon'], 1e-7)),
  adam: (tf, rate, numbers) =>
    tf.train.adam(rate, numbers(['beta1', 'beta_1'], 0.9), numbers(['beta2', 'beta_2'], 0.999), numbers(['epsilon'], 1e-7)),
  adamax: (tf, rate, numbers) =>
    tf.train.adamax(rate, numbers(['beta1', 'beta_1'], 0.9), numbers(['beta2', 'beta_2'], 0.999), numbers(['epsilon'], 1e-7)),
};

/** The optimizer that a training config names, fresh; null where it names none that TensorFlow.js has, or no plain rate. */
export const optimizerIn = (tf: TensorFlow, training: JsonObject | null): { optimizer: Optimizer; title: string } | null => {
  const said = objectIn(training, 'optimizer_config');
  const name = (textIn(said, 'class_name') ?? '').toLowerCase();
  const config = objectIn(said, 'config') ?? {};
  const numbers: Numbers = (names, usual) =>
    names.map((one) => config[one]).find((value): value is number => typeof value === 'number') ?? usual;
  const rate = numbers(['learningRate', 'learning_rate', 'lr'], Number.NaN);
  if (!Object.hasOwn(optimizers, name) || Number.isNaN(rate)) return null;
  const optimizer = optimizers[name]?.(tf, rate, numbers);
  return optimizer === undefined ? null : { optimizer, title: `${name} at ${Number(rate.toPrecision(6))}` };
};
