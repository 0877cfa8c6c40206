import type { Tensor } from '@tensorflow/tfjs';
import { normalDistribution } from '../../numbers/normal.ts';
import { normalQuantile } from '../../numbers/normal-quantile.ts';
import { fillPhilox, normalsFrom, uniformsFrom } from '../../numbers/philox.ts';
import type { Engine } from '../engine.ts';
import type { Draw, DrawRequest } from './draw-request.ts';

/** Φ(−2), the probability cut off on each side of a truncated normal. */
const tail = normalDistribution(-2);

const laws: Readonly<Record<Draw, (words: Uint32Array) => Float32Array>> = {
  uniform: uniformsFrom,
  normal: normalsFrom,
  truncatedNormal: (words) => uniformsFrom(words).map((uniform) => normalQuantile(tail + uniform * (1 - 2 * tail))),
};

/** The draws of TensorFlow's generator, in JavaScript, for engines that have none. **Shape** [seeds, count]. */
export const drawInJavaScript = ({ tf }: Engine, { draw, seeds, count, stream, firstSeed }: DrawRequest): Tensor => {
  const blocks = Math.ceil(count / 4);
  const start = (firstSeed.dataSync()[0] as number) * blocks;
  const words = new Uint32Array(4 * blocks * seeds);
  fillPhilox(words, { key: [stream, 0], counter: [start >>> 0, Math.floor(start / 2 ** 32), 0, 0] });
  const numbers = tf.tensor2d(laws[draw](words), [seeds, 4 * blocks]);
  return 4 * blocks === count ? numbers : tf.slice(numbers, [0, 0], [seeds, count]);
};
