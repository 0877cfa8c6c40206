import type { Optimizer } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { wrappingOf } from '../clip-optimizer.ts';

/** An optimizer to take a first step with, and how people call it. */
export interface SpareOptimizer {
  readonly fresh: Optimizer;
  /** What is inside where it is wrapped, to be disposed of. */
  readonly own: Optimizer;
  readonly name: string;
  readonly learningRate: number;
}

/** What a model gets that says nothing: `compile({ optimizer: 'sgd' })` of TensorFlow.js. */
const assumedRate = 0.01;

/** The half of an optimizer that its declaration does not show. */
interface Copyable {
  readonly constructor: { readonly fromConfig: (cls: unknown, config: object) => Optimizer };
  readonly getConfig: () => Readonly<Record<string, unknown>>;
}

/** An optimizer of the same class and settings that has not taken a step; plain gradient descent at 0.01 where none can be had. */
export const spareOptimizer = (tf: TensorFlow, optimizer: Optimizer | undefined): SpareOptimizer => {
  if (optimizer === undefined) return assumed(tf, 'no optimizer was given, plain sgd');
  const wrapping = wrappingOf(optimizer);
  if (wrapping !== undefined) {
    const spare = spareOptimizer(tf, wrapping.inner);
    return { ...spare, fresh: wrapping.wrap(spare.fresh), name: `clipped ${spare.name}` };
  }
  const name = optimizer.getClassName();
  try {
    const { constructor: cls } = optimizer as unknown as Copyable;
    const config = (optimizer as unknown as Copyable).getConfig();
    const fresh = cls.fromConfig(cls, config);
    return { fresh, own: fresh, name: name.toLowerCase(), learningRate: Number(config['learningRate'] ?? Number.NaN) };
  } catch {
    return assumed(tf, `${name} gives no copy of itself, plain sgd instead`);
  }
};

const assumed = (tf: TensorFlow, name: string): SpareOptimizer => {
  const fresh = tf.train.sgd(assumedRate);
  return { fresh, own: fresh, name, learningRate: assumedRate };
};
