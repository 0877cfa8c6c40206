import type { Optimizer, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../engine/tensorflow.ts';
import { type GivenGradients, listGradients, replaceGradients } from './given-gradients.ts';
import { loadTensorFlow } from './load-tensorflow.ts';
import { WatchError } from './watch-error.ts';

/** Gradients cut to size; new tensors, in the same order. */
type Cut = (tf: TensorFlow, gradients: readonly Tensor[], threshold: number) => readonly Tensor[];

/** How an optimizer was wrapped, so that a copy of what is inside can be wrapped alike. */
interface Wrapping {
  readonly inner: Optimizer;
  readonly wrap: (other: Optimizer) => Optimizer;
}

const wrappings = new WeakMap<Optimizer, Wrapping>();

/**
 * Clipping by global norm, g ← g · min(1, θ/‖g‖), ‖g‖ over all variables of a step: its length is capped, its direction kept.
 * Wraps any optimizer, for `compile`, `minimize` and loops of one's own; everything but the gradients is the optimizer's.
 * Below the threshold gradients are left as they are, to the bit. A gradient that is not finite makes all of them NaN.
 *
 * **Range** θ > 0, in units of the loss per unit of a weight. **Throws** WatchError of another θ.
 * **Source** Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063.
 */
export const clipByGlobalNorm = (optimizer: Optimizer, threshold: number): Optimizer =>
  wrapped(optimizer, threshold, 'clipByGlobalNorm', (tf, gradients, limit) => {
    const factor = shortening(tf, gradients, limit);
    return gradients.map((gradient) => tf.mul(gradient, factor));
  });

/**
 * Clipping by norm, g_w ← g_w · min(1, θ/‖g_w‖) for each variable w by itself: no layer is held up by the burst of another, and
 * the direction over all variables turns. **Range**, **Throws** as `clipByGlobalNorm`.
 */
export const clipByNorm = (optimizer: Optimizer, threshold: number): Optimizer =>
  wrapped(optimizer, threshold, 'clipByNorm', (tf, gradients, limit) =>
    gradients.map((gradient) => tf.mul(gradient, shortening(tf, [gradient], limit))),
  );

/**
 * Clipping by value, gᵢ ← max(−θ, min(θ, gᵢ)), entry by entry: large entries lose more than small ones, so the direction turns.
 * **Range**, **Throws** as `clipByGlobalNorm`. **Source** Mikolov 2012, thesis.
 */
export const clipByValue = (optimizer: Optimizer, threshold: number): Optimizer =>
  wrapped(optimizer, threshold, 'clipByValue', (tf, gradients, limit) =>
    gradients.map((gradient) => tf.clipByValue(gradient, -limit, limit)),
  );

/** min(1, θ/‖g‖). The largest entry is divided out first, for squares of float32 numbers under- and overflow. */
const shortening = (tf: TensorFlow, gradients: readonly Tensor[], limit: number): Tensor => {
  const largest = gradients.map((gradient) => tf.max(tf.abs(gradient))).reduce((most, one) => tf.maximum(most, one));
  // zeros are divided by the smallest normal number, and stay zeros
  const scale = tf.maximum(largest, 2 ** -126);
  const squares = gradients.map((gradient) => tf.sum(tf.square(tf.div(gradient, scale)))).reduce((sum, one) => tf.add(sum, one));
  return tf.minimum(1, tf.div(tf.div(limit, scale), tf.sqrt(squares)));
};

const wrapped = (optimizer: Optimizer, threshold: number, name: string, cut: Cut): Optimizer => {
  mustBeFit(optimizer, threshold, name);
  const tf = loadTensorFlow();
  const applyGradients = (given: GivenGradients): void => {
    const gradients = listGradients(given);
    const present = gradients.flatMap(({ tensor }) => tensor ?? []);
    const shorter = present.length === 0 ? [] : [...tf.tidy(() => [...cut(tf, present, threshold)])];
    let next = 0;
    const inPlace = gradients.map(({ tensor }) => (tensor == null ? undefined : shorter[next++]));
    optimizer.applyGradients(replaceGradients(given, inPlace) as Parameters<Optimizer['applyGradients']>[0]);
    tf.dispose(shorter);
  };
  const face = Object.create(optimizer, {
    applyGradients: { value: applyGradients, writable: true, configurable: true },
  }) as Optimizer;
  // whatever is set, such as a learning rate, is set in the optimizer that takes the steps
  const proxy = new Proxy(face, { set: (own, key, value) => Reflect.set(Object.hasOwn(own, key) ? own : optimizer, key, value) });
  wrappings.set(proxy, { inner: optimizer, wrap: (other) => wrapped(other, threshold, name, cut) });
  return proxy;
};

const mustBeFit = (optimizer: Optimizer, threshold: number, name: string): void => {
  if (typeof optimizer?.applyGradients !== 'function')
    throw new WatchError(`${name} wraps an optimizer, such as tf.train.adam(), given was ${typeof optimizer}`);
  if (!(threshold > 0 && Number.isFinite(threshold)))
    throw new WatchError(`${name} was given the threshold ${threshold} - it has to be a number above 0`);
};

/** How an optimizer is wrapped; undefined where it is not. */
export const wrappingOf = (optimizer: Optimizer): Wrapping | undefined => wrappings.get(optimizer);
