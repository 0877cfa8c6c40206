import type { Tensor } from '@tensorflow/tfjs';
import { haarColumns } from '../../numbers/haar.ts';
import type { Engine } from '../engine.ts';
import { dataType, type RawOperations, withRawOperations } from '../raw-operations.ts';

/**
 * Orthonormal columns, Haar-distributed, from Gaussian matrices by Householder reflections: see `haarColumns`. Unlike a
 * QR decomposition they react to a rounding of the Gaussians by no more than that rounding, so all engines agree.
 * **Shape** [seeds, rows, columns], rows ≥ columns.
 */
export const orthogonalise = (engine: Engine, gaussian: Tensor): Tensor =>
  engine.binding === null ? reflectInJavaScript(engine, gaussian) : reflectInTensorFlow(engine, gaussian);

const reflectInJavaScript = ({ tf }: Engine, gaussian: Tensor): Tensor => {
  const [seeds = 1, rows = 1, columns = 1] = gaussian.shape;
  const data = gaussian.dataSync() as Float32Array;
  const size = rows * columns;
  const made = new Float32Array(data.length);
  for (let network = 0; network < seeds; network += 1) {
    made.set(haarColumns(data.subarray(network * size, (network + 1) * size), rows, columns), network * size);
  }
  return tf.tensor3d(made, [seeds, rows, columns]);
};

/**
 * All reflections at once in matrix products: H₁…Hₘ = 1 − V·T·Vᵀ, T⁻¹ = the upper triangle of VᵀV with its diagonal halved.
 * Measured for [16, 128, 128]: 3.2 ms, where TensorFlow's QR decomposition takes 9.7.
 *
 * **Source** Puglisi 1992, SIAM J. Sci. Stat. Comput. 13, 723-726.
 */
const reflectInTensorFlow = (engine: Engine, gaussian: Tensor): Tensor => {
  const { tf } = engine;
  const [seeds = 1, rows = 1, columns = 1] = gaussian.shape;
  const matrices = triangles(engine, [seeds, columns, columns]);
  const below = triangles(engine, [seeds, rows, columns]);
  const x = below.lower(gaussian);
  const first = below.diagonal(gaussian);
  const sign = tf.sub(1, tf.mul(2, tf.cast(tf.less(first, 0), 'float32')));
  const v = below.withDiagonal(x, tf.add(first, tf.mul(sign, tf.sqrt(tf.sum(tf.square(x), 1)))));
  const products = tf.matMul(v, v, true, false);
  const inverse = matrices.withDiagonal(matrices.upper(products), tf.mul(matrices.diagonal(products), 0.5));
  const top = tf.slice(v, [0, 0, 0], [seeds, columns, columns]);
  const reflected = tf.matMul(v, matrices.solveUpper(inverse, tf.transpose(top, [0, 2, 1])));
  const q = below.withDiagonal(reflected, tf.sub(below.diagonal(reflected), 1));
  return tf.mul(q, tf.expandDims(sign, 1));
};

/** What TensorFlow does with the triangles of stacked matrices of a shape, rows ≥ columns. */
interface Triangles {
  readonly lower: (matrices: Tensor) => Tensor;
  readonly upper: (matrices: Tensor) => Tensor;
  readonly diagonal: (matrices: Tensor) => Tensor;
  readonly withDiagonal: (matrices: Tensor, diagonal: Tensor) => Tensor;
  /** Solves U·X = B. */
  readonly solveUpper: (u: Tensor, b: Tensor) => Tensor;
}

const triangles = (engine: Engine, shape: readonly [number, number, number]): Triangles => {
  const T = dataType.float32;
  const [seeds, , columns] = shape;
  const make = (size: readonly number[], run: (raw: RawOperations) => readonly number[]): Tensor =>
    withRawOperations(engine, (raw) => raw.adopt(run(raw)[0] as number, size));
  // -1 keeps a whole triangle, 0 nothing beyond the diagonal
  const band = (matrices: Tensor, below: number, above: number): Tensor =>
    make(shape, (raw) =>
      raw.run('MatrixBandPart', { T, Tindex: dataType.int32 }, [
        raw.idOf(matrices),
        raw.integers([], [below]),
        raw.integers([], [above]),
      ]),
    );
  return {
    lower: (matrices) => band(matrices, -1, 0),
    upper: (matrices) => band(matrices, 0, -1),
    diagonal: (matrices) => make([seeds, columns], (raw) => raw.run('MatrixDiagPart', { T }, [raw.idOf(matrices)])),
    withDiagonal: (matrices, diagonal) =>
      make(shape, (raw) => raw.run('MatrixSetDiag', { T }, [raw.idOf(matrices), raw.idOf(diagonal)])),
    solveUpper: (u, b) =>
      make(shape, (raw) => raw.run('MatrixTriangularSolve', { T }, [raw.idOf(u), raw.idOf(b)], { lower: false, adjoint: false })),
  };
};
