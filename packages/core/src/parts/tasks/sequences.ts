import type { Tensor } from '@tensorflow/tfjs';
import type { Random } from '../../engine/random.ts';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import type { Clash } from '../clash.ts';
import { type Form, placesOf } from '../form.ts';
import type { BatchShape, Layout } from './task.ts';

/** What a sequence needs of a network that is to read it. */
export interface SequenceNeeds {
  /** Name of the task. */
  readonly task: string;
  /** Places below which there is nothing to ask. */
  readonly fewest: number;
  /** Why: `ten symbols, a pause, and ten answers`. */
  readonly because: string;
  /** Whether answers are wanted at several places. */
  readonly isReadEverywhere?: boolean;
}

/** The layout of a sequence, where the network reads one that is long enough; what is in the way where not. */
export const sequenceLayout = (form: Form, needs: SequenceNeeds, layout: Layout): Layout | Clash => {
  const { task, fewest, because, isReadEverywhere = false } = needs;
  const isRead = form.kind === 'sequence' && (form.isReadEverywhere || !isReadEverywhere);
  if (!isRead) {
    const asked = isReadEverywhere ? 'asks for an answer at several steps' : 'is a sequence';
    return { field: 'net', problem: `task=${task} ${asked}`, nearest: lstm };
  }
  if (placesOf(form) >= fewest) return layout;
  return { field: form.field, problem: `task=${task} needs ${fewest} places or more: ${because}`, nearest: fewest };
};

const lstm = Object.freeze({ name: 'lstm', parameter: null });

/** Whole numbers from 0 up to, not including, `count`, each as likely. **Shape** [seeds, ...]. */
export const freshIntegers = (tf: TensorFlow, random: Random, shape: readonly number[], count: number): Tensor =>
  tf.floor(tf.mul(random.freshUniform(shape), count));

/** 1 at one place of each sequence, anywhere from `first` to before `end`, 0 elsewhere. **Shape** [seeds, batch, places]. */
export const freshMarks = (
  tf: TensorFlow,
  random: Random,
  { seeds, batch, form }: BatchShape,
  [first, end]: readonly [number, number],
): Tensor => {
  const place = tf.add(freshIntegers(tf, random, [seeds, batch, 1], end - first), first);
  const places = tf.reshape(tf.range(0, placesOf(form)), [1, 1, -1]);
  return tf.cast(tf.equal(places, place), 'float32');
};
