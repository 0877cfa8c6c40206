import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../engine.ts';
import { dataType, type RawOperations, withRawOperations } from '../raw-operations.ts';
import { type Draw, type DrawRequest, numbersPerBlock } from './draw-request.ts';

/** The generator's number in TensorFlow's list: Philox. */
const philox = 1;

/** Makes numbers of sixteen random bits each. */
const laws: Readonly<Record<Draw, (raw: RawOperations, words: number, table: DrawRequest['table']) => number>> = {
  uniform: (raw, words) => {
    const integers = cast(raw, 'int16', 'float32', halve(raw, 'int16', words));
    return first(raw.run('AddV2', { T: dataType.float32 }, [integers, raw.floats([], [0.5])]));
  },
  normal: lookUp,
  truncatedNormal: lookUp,
};

/**
 * Draws with TensorFlow's own Philox, in one kernel for all networks: the key is the stream, and network m starts at
 * counter m · ⌈count / 8⌉, so the networks' stretches lie one behind the other. **Shape** [seeds, …], `count` numbers per network.
 */
export const drawInTensorFlow = (engine: Engine, { draw, seeds, count, stream, firstSeed, step, table }: DrawRequest): Tensor => {
  const blocks = Math.ceil(count / numbersPerBlock);
  const padded = withRawOperations(engine, (raw) => {
    const key = first(raw.run('Bitcast', { T: dataType.int32, type: dataType.uint64 }, [keyWords(raw, stream, step)]));
    const inputs = [raw.integers([2], [seeds, 4 * blocks]), key, counter(raw, firstSeed, blocks), raw.integers([], [philox])];
    const words = raw.run('StatelessRandomUniformFullIntV2', { dtype: dataType.int32, Tshape: dataType.int32 }, inputs);
    return raw.adopt(laws[draw](raw, first(words), table), [seeds, 4 * blocks, 2]);
  });
  const isExact = numbersPerBlock * blocks === count;
  return isExact ? padded : engine.tf.slice(engine.tf.reshape(padded, [seeds, -1]), [0, 0], [seeds, count]);
};

/** The stream and the step as int32[1, 2]. */
const keyWords = (raw: RawOperations, stream: number, step: Tensor | null): number => {
  if (step === null) return raw.integers([1, 2], [stream, 0]);
  const ofStep = raw.run('Mul', { T: dataType.int32 }, [raw.idOf(step), raw.integers([1, 2], [0, 1])]);
  return first(raw.run('AddV2', { T: dataType.int32 }, [first(ofStep), raw.integers([1, 2], [stream, 0])]));
};

const first = (ids: readonly number[]): number => ids[0] as number;

const cast = (raw: RawOperations, from: keyof typeof dataType, to: keyof typeof dataType, id: number): number =>
  first(raw.run('Cast', { SrcT: dataType[from], DstT: dataType[to] }, [id]));

/** The 128-bit counter (first seed · blocks, 0) as uint64[2]; the product needs 64 bits, which int32 seeds do not have. */
const counter = (raw: RawOperations, firstSeed: Tensor, blocks: number): number => {
  const wide = (id: number): number => cast(raw, 'int32', 'int64', id);
  const start = first(raw.run('Mul', { T: dataType.int64 }, [wide(raw.idOf(firstSeed)), wide(raw.integers([2], [blocks, 0]))]));
  return first(raw.run('Bitcast', { T: dataType.int64, type: dataType.uint64 }, [start]));
};

/** Each word as two numbers of sixteen bits. */
const halve = (raw: RawOperations, type: 'int16' | 'uint16', words: number): number =>
  first(raw.run('Bitcast', { T: dataType.int32, type: dataType[type] }, [words]));

/** Hoisted: the laws above name it. */
function lookUp(raw: RawOperations, words: number, table: DrawRequest['table']): number {
  const indices = cast(raw, 'uint16', 'int32', halve(raw, 'uint16', words));
  const types = { Tparams: dataType.float32, Tindices: dataType.int32, Taxis: dataType.int32 };
  return first(raw.run('GatherV2', types, [raw.idOf(table()), indices, raw.integers([], [0])]));
}
