import type { DataType, TensorInfo } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';

/** What a recorded function takes from elsewhere than its arguments. */
export interface Outside {
  /** Lets in a tensor that is neither an argument nor made inside; false where a replay could not bring it again. */
  readonly admit: (tensor: TensorInfo) => boolean;
  /** What to do with a tensor that is not let in. */
  readonly advice: string;
  /** Answers `Math.random`. **Throws** CompileError where a replay could not draw anew. */
  readonly draw: (random: () => number) => number;
  /** Whether numbers that JavaScript made were drawn, so that every replay has to draw them anew. */
  readonly isDrawn: (values: unknown, shape: readonly number[], dtype: DataType) => boolean;
}

/** The message for numbers that are drawn where a replay would not come by. */
const drawsInJavaScript =
  'the compiled function draws random numbers in JavaScript, which every replay would repeat; draw with createRandom, or pass the numbers as an argument';

/** Pure functions of their arguments: nothing comes from outside. */
export const sealed: Outside = {
  admit: () => false,
  advice: 'pass it as an argument',
  draw: () => {
    throw new CompileError(drawsInJavaScript);
  },
  isDrawn: () => false,
};
