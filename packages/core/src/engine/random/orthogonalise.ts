import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../engine.ts';
import { dataType, withRawOperations } from './raw-operations.ts';

/**
 * Orthonormal columns of Gaussian matrices: the Q of A = QR with R's diagonal made positive, which is unique, and
 * Haar-distributed. **Shape** [seeds, rows, columns], rows ≥ columns. **Source** Mezzadri 2007, math-ph/0609050.
 */
export const orthogonalise = (engine: Engine, gaussian: Tensor): Tensor =>
  engine.binding === null ? orthogonaliseInJavaScript(engine, gaussian) : orthogonaliseInTensorFlow(engine, gaussian);

const orthogonaliseInTensorFlow = (engine: Engine, gaussian: Tensor): Tensor => {
  const { tf } = engine;
  const [seeds = 1, rows = 1, columns = 1] = gaussian.shape;
  const [q, r] = withRawOperations(engine, (raw) => {
    const [qId, rId] = raw.run('Qr', { T: dataType.float32 }, [raw.idOf(gaussian)], { full_matrices: false });
    return [raw.adopt(qId as number, [seeds, rows, columns]), raw.adopt(rId as number, [seeds, columns, columns])];
  });
  const diagonal = tf.sum(tf.mul(r as Tensor, tf.eye(columns)), 1, true);
  return tf.mul(q as Tensor, tf.sign(diagonal));
};

/** Gram and Schmidt in double precision, each column swept twice, which is as orthogonal as Householder's way. */
const orthogonaliseInJavaScript = ({ tf }: Engine, gaussian: Tensor): Tensor => {
  const [seeds = 1, rows = 1, columns = 1] = gaussian.shape;
  // transposed, so that a column lies in one piece
  const data = Float64Array.from(tf.transpose(gaussian, [0, 2, 1]).dataSync());
  for (let network = 0; network < seeds; network += 1) {
    orthonormaliseRows(data.subarray(network * rows * columns, (network + 1) * rows * columns), columns, rows);
  }
  return tf.transpose(tf.tensor3d(Float32Array.from(data), [seeds, columns, rows]), [0, 2, 1]);
};

const orthonormaliseRows = (matrix: Float64Array, count: number, length: number): void => {
  const vectors = Array.from({ length: count }, (_, index) => matrix.subarray(index * length, (index + 1) * length));
  for (const [index, vector] of vectors.entries()) {
    for (let sweep = 0; sweep < 2; sweep += 1) {
      for (const earlier of vectors.slice(0, index)) subtract(vector, earlier, dot(vector, earlier));
    }
    const norm = Math.sqrt(dot(vector, vector));
    for (let entry = 0; entry < length; entry += 1) vector[entry] = (vector[entry] as number) / norm;
  }
};

const dot = (one: Float64Array, other: Float64Array): number => {
  let sum = 0;
  for (let entry = 0; entry < one.length; entry += 1) sum += (one[entry] as number) * (other[entry] as number);
  return sum;
};

const subtract = (from: Float64Array, direction: Float64Array, share: number): void => {
  for (let entry = 0; entry < from.length; entry += 1)
    from[entry] = (from[entry] as number) - share * (direction[entry] as number);
};
