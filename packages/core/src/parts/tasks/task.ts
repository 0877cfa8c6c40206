import type { Tensor } from '@tensorflow/tfjs';
import type { Random } from '../../engine/random.ts';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Variant, VariantParameter } from '../variant.ts';

/** The size of a batch. */
export interface BatchShape {
  readonly seeds: number;
  readonly batch: number;
  readonly features: number;
}

/** Examples and their classes. **Shape** inputs [seeds, batch, features], targets [seeds, batch, classes], one-hot. */
export interface Batch {
  readonly inputs: Tensor;
  readonly targets: Tensor;
}

/** Where data come from: a batch per network, drawn from its seed; what is to be new at every step of a training is drawn by `freshNormal`. */
export interface Task extends Variant {
  readonly parameter?: VariantParameter<Task>;
  readonly signature: string;
  readonly classes: number;
  /** Examples after which the classes repeat: a batch of so many has every class equally often. */
  readonly period: number;
  /** E x² of an input entry: where theory starts. */
  readonly inputSecondMoment: number;
  /** Correlation of two neighbouring examples of a batch. */
  readonly inputCorrelation: number;
  readonly draw: (tf: TensorFlow, random: Random, shape: BatchShape) => Batch;
}
