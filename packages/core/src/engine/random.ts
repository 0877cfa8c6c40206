import type { Tensor } from '@tensorflow/tfjs';
import { normalTable, truncatedNormalTable } from '../numbers/sixteen-bits.ts';
import type { Engine } from './engine.ts';
import { drawInJavaScript } from './random/draw-in-javascript.ts';
import { drawInTensorFlow } from './random/draw-in-tensorflow.ts';
import type { Draw } from './random/draw-request.ts';
import { orthogonalise } from './random/orthogonalise.ts';

/**
 * Random numbers for a stack of networks, the same on every engine.
 *
 * Network number m (m = first seed, first seed + 1, …) reads its own stretch of a Philox stream, so that a network
 * does not depend on how many others are drawn beside it. Each call of a method advances to a fresh stream.
 */
export interface Random {
  /** Uniform on the half-integers between −2¹⁵ and 2¹⁵, which sixteen random bits are without further ado: variance (2³² − 1) / 12. **Shape** [seeds, ...]. */
  readonly uniform: (shape: readonly number[]) => Tensor;
  /** Standard normal. **Shape** [seeds, ...]. */
  readonly normal: (shape: readonly number[]) => Tensor;
  /** Standard normal cut at ±2 and not rescaled: variance 0.7737. **Shape** [seeds, ...]. */
  readonly truncatedNormal: (shape: readonly number[]) => Tensor;
  /** Haar-distributed matrices with orthonormal columns (rows, where rows < columns). **Shape** [seeds, rows, columns]. */
  readonly orthogonal: (shape: readonly [number, number, number]) => Tensor;
  /** Ones on the diagonal, which nothing is drawn for: the same for every network. **Shape** [seeds, rows, columns]. */
  readonly identity: (shape: readonly [number, number, number]) => Tensor;
  /** Standard normal, new at every step of a training. **Shape** [seeds, ...]. */
  readonly freshNormal: (shape: readonly number[]) => Tensor;
  /** Uniform between 0 and 1, both left out, on the half-integers over 2¹⁶; new at every step of a training. **Shape** [seeds, ...]. */
  readonly freshUniform: (shape: readonly number[]) => Tensor;
}

/**
 * Numbers of the engine's own generator where it has one, the same in JavaScript elsewhere. Draw under `tidy`: a table that
 * several draws look up is a tensor of its own.
 */
export const createRandom = (engine: Engine, firstSeed: Tensor, step: Tensor | null = null): Random => {
  const drawOn = engine.binding === null ? drawInJavaScript : drawInTensorFlow;
  let stream = 0;
  const tables = new Map<Draw, Tensor>();
  const tableOf = (draw: Draw): Tensor => {
    const known = tables.get(draw) ?? engine.tf.tensor1d(draw === 'truncatedNormal' ? truncatedNormalTable() : normalTable());
    tables.set(draw, known);
    return known;
  };
  const independent =
    (draw: Draw, ofStep: Tensor | null = null) =>
    (shape: readonly number[]): Tensor => {
      const [seeds = 1, ...rest] = shape;
      const count = rest.reduce((product, size) => product * size, 1);
      const numbers = drawOn(engine, { draw, seeds, count, stream, firstSeed, step: ofStep, table: () => tableOf(draw) });
      stream += 1;
      return engine.tf.reshape(numbers, [...shape]);
    };
  const normal = independent('normal');
  const freshIntegers = independent('uniform', step);
  return {
    uniform: independent('uniform'),
    normal,
    freshNormal: independent('normal', step),
    freshUniform: (shape) => engine.tf.add(engine.tf.mul(freshIntegers(shape), 2 ** -16), 0.5),
    truncatedNormal: independent('truncatedNormal'),
    identity: ([seeds, rows, columns]) => engine.tf.tile(engine.tf.expandDims(engine.tf.eye(rows, columns), 0), [seeds, 1, 1]),
    orthogonal: ([seeds, rows, columns]) => {
      const isTall = rows >= columns;
      const matrices = orthogonalise(engine, normal([seeds, Math.max(rows, columns), Math.min(rows, columns)]));
      return isTall ? matrices : engine.tf.transpose(matrices, [0, 2, 1]);
    },
  };
};
