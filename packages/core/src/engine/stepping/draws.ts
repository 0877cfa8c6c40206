import type { DataType } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** Recognises draws of `tf.randomUniform`, which dropout consists of. */
export interface DrawWatch {
  readonly draw: (random: () => number) => number;
  /** Whether these numbers are the draw that the last random number began. **Throws** CompileError where they are not. */
  readonly isDrawn: (values: unknown, shape: readonly number[], dtype: DataType) => boolean;
  /** **Throws** CompileError where a random number led to no draw. */
  readonly assertNonePending: () => void;
}

/**
 * tfjs-node draws in JavaScript: one call of `Math.random` seeds a generator, and a tensor of its numbers follows. Drawn once
 * more from the same seed, they are recognised by their bits, and a replay can draw anew in the same way.
 */
export function watchDraws(tf: TensorFlow): DrawWatch {
  let seed: number | null = null;
  let isComparing = false;
  const assertNonePending = (): void => {
    if (seed !== null) throw new CompileError(drawsOtherwise);
  };
  const isUniform = (values: unknown, shape: readonly number[], from: number): boolean => {
    isComparing = true;
    const again = tf.randomUniform([...shape], 0, 1, 'float32', from);
    const isSame = haveSameBits(values, again.dataSync());
    again.dispose();
    isComparing = false;
    return isSame;
  };
  return {
    draw: (random) => {
      assertNonePending();
      // zero would be no seed
      seed = random() || Number.MIN_VALUE;
      return seed;
    },
    isDrawn: (values, shape, dtype) => {
      if (isComparing || seed === null) return false;
      if (dtype !== 'float32' || !isUniform(values, shape, seed)) throw new CompileError(drawsOtherwise);
      seed = null;
      return true;
    },
    assertNonePending,
  };
}

const drawsOtherwise =
  'the compiled step draws random numbers in JavaScript otherwise than tf.dropout and tf.randomUniform(shape) do, and a replay would repeat them; draw them outside and pass them as an argument (instead of gaussianNoise and gaussianDropout layers: add or multiply by such an argument), or give the draw a seed if it is to be the same in every step';

function haveSameBits(values: unknown, others: ArrayLike<number>): boolean {
  return (
    values instanceof Float32Array && values.length === others.length && values.every((value, index) => value === others[index])
  );
}
