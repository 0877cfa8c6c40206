import type { Tensor } from '@tensorflow/tfjs';
import { normalDistribution } from '../../numbers/normal.ts';
import type { Engine } from '../engine.ts';
import type { Draw, DrawRequest } from './draw-request.ts';
import { dataType, type RawOperations, withRawOperations } from './raw-operations.ts';

/** The generator's number in TensorFlow's list: Philox. */
const philox = 1;

/** Φ(−2), the probability cut off on each side of a truncated normal. */
const tail = normalDistribution(-2);

const operations: Readonly<Record<Draw, string>> = {
  uniform: 'StatelessRandomUniformV2',
  normal: 'StatelessRandomNormalV2',
  truncatedNormal: 'StatelessRandomUniformV2',
};

/**
 * Draws with TensorFlow's own Philox, in one kernel for all networks: the key is the stream, and network m starts at
 * counter m · ⌈count / 4⌉, so the networks' stretches lie one behind the other. **Shape** [seeds, count].
 */
export const drawInTensorFlow = (engine: Engine, { draw, seeds, count, stream, firstSeed }: DrawRequest): Tensor => {
  const { tf } = engine;
  const blocks = Math.ceil(count / 4);
  const padded = withRawOperations(engine, (raw) => {
    const key = first(raw.run('Bitcast', { T: dataType.int32, type: dataType.uint64 }, [raw.integers([1, 2], [stream, 0])]));
    const shape = raw.integers([2], [seeds, 4 * blocks]);
    const inputs = [shape, key, counter(raw, firstSeed, blocks), raw.integers([], [philox])];
    const numbers = first(raw.run(operations[draw], { dtype: dataType.float32, Tshape: dataType.int32 }, inputs));
    return raw.adopt(numbers, [seeds, 4 * blocks]);
  });
  const numbers = 4 * blocks === count ? padded : tf.slice(padded, [0, 0], [seeds, count]);
  return draw === 'truncatedNormal' ? cutNormal(engine, numbers, [seeds, count]) : numbers;
};

const first = (ids: readonly number[]): number => ids[0] as number;

/** The 128-bit counter (first seed · blocks, 0) as uint64[2]; the product needs 64 bits, which int32 seeds do not have. */
const counter = (raw: RawOperations, firstSeed: Tensor, blocks: number): number => {
  const wide = (id: number): number => first(raw.run('Cast', { SrcT: dataType.int32, DstT: dataType.int64 }, [id]));
  const start = first(raw.run('Mul', { T: dataType.int64 }, [wide(raw.idOf(firstSeed)), wide(raw.integers([2], [blocks, 0]))]));
  return first(raw.run('Bitcast', { T: dataType.int64, type: dataType.uint64 }, [start]));
};

/** Φ⁻¹ of uniform numbers between Φ(−2) and Φ(2). */
const cutNormal = (engine: Engine, uniform: Tensor, shape: readonly number[]): Tensor => {
  const probability = engine.tf.add(engine.tf.mul(uniform, 1 - 2 * tail), tail);
  return withRawOperations(engine, (raw) =>
    raw.adopt(first(raw.run('Ndtri', { T: dataType.float32 }, [raw.idOf(probability)])), shape),
  );
};
