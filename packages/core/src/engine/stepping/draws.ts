import type { DataType } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { type DrawLaw, lawOf } from './draw-law.ts';

/** Recognises draws of random numbers, such as dropout makes. */
export interface DrawWatch {
  readonly draw: (random: () => number) => number;
  /**
   * The law of these numbers where they are the draw that the last random number began, null where none was begun.
   * **Throws** CompileError where they are something else.
   */
  readonly lawOf: (values: unknown, shape: readonly number[], dtype: DataType) => DrawLaw | null;
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
  const recognise = (values: unknown, shape: readonly number[], from: number): DrawLaw | null => {
    if (!(values instanceof Float32Array)) return null;
    isComparing = true;
    try {
      return lawOf(tf, values, shape, from);
    } finally {
      isComparing = false;
    }
  };
  return {
    draw: (random) => {
      assertNonePending();
      // a few numbers that need no cut are those of the whole law: only who asks for them tells
      if (new Error('who draws').stack?.includes('truncatedNormal') === true) throw new CompileError(drawsOtherwise);
      // zero would be no seed
      seed = random() || Number.MIN_VALUE;
      return seed;
    },
    lawOf: (values, shape, dtype) => {
      if (isComparing || seed === null) return null;
      const law = dtype === 'float32' ? recognise(values, shape, seed) : null;
      if (law === null) throw new CompileError(drawsOtherwise);
      seed = null;
      return law;
    },
    assertNonePending,
  };
}

const drawsOtherwise =
  'the compiled step draws random numbers in JavaScript, but not by tf.dropout, or by tf.randomUniform or tf.randomNormal of float32 with parameters of six digits at most, and a replay would repeat them; draw standard numbers and scale them, draw outside and pass the numbers as an argument, or give the draw a seed if it is to be the same in every step';
