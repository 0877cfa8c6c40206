import type { Optimizer, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Gradients } from './backpropagate.ts';
import { atScale } from './scaled.ts';
import type { SpareOptimizer } from './spare-optimizer.ts';

/** Δw of each variable by its id, as a fresh optimizer would take it in float32. */
export type Steps = ReadonlyMap<number, Float32Array>;

/**
 * The first step that an optimizer of the same kind and settings would take, on stand-ins of the variables: neither the
 * optimizer nor a weight is moved. The stand-ins are zeros, so that no step is rounded away in a sum.
 */
export const firstStep = (
  tf: TensorFlow,
  { fresh, own }: Pick<SpareOptimizer, 'fresh' | 'own'>,
  variables: readonly Variable[],
  gradients: Gradients,
): Steps => {
  const moved = variables.filter(({ id }) => gradients.has(id));
  const doubles = moved.map(({ shape }, index) => tf.variable(tf.zeros(shape), true, `vanish/probe/${tf.tensor(0).id}/${index}`));
  try {
    const list = moved.flatMap(({ id }, index) => {
      const gradient = gradients.get(id);
      return gradient === undefined ? [] : [{ name: doubles[index]?.name ?? '', tensor: atScale(tf, gradient, 0) }];
    });
    fresh.applyGradients(list);
    return new Map(moved.map(({ id }, index) => [id, Float32Array.from(doubles[index]?.dataSync() ?? [])]));
  } finally {
    for (const double of doubles) double.dispose();
    discard(tf, own);
  }
};

/** Disposes of an optimizer and of what it forgets: momentum keeps its rate, tfjs-core 4.22 `momentum_optimizer.ts`. */
export const discard = (tf: TensorFlow, optimizer: Optimizer): void => {
  optimizer.dispose();
  for (const value of Object.values(optimizer)) if (value instanceof tf.Tensor && !value.isDisposed) value.dispose();
};
