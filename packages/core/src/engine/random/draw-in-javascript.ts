import type { Tensor } from '@tensorflow/tfjs';
import { fillPhilox } from '../../numbers/philox.ts';
import { normalsFrom, truncatedNormalsFrom, uniformsFrom } from '../../numbers/sixteen-bits.ts';
import type { Engine } from '../engine.ts';
import { type Draw, type DrawRequest, numbersPerBlock } from './draw-request.ts';

const laws: Readonly<Record<Draw, (words: Uint32Array) => Float32Array>> = {
  uniform: uniformsFrom,
  normal: normalsFrom,
  truncatedNormal: truncatedNormalsFrom,
};

/** The draws of TensorFlow's generator, in JavaScript, for engines that have none. **Shape** [seeds, count]. */
export const drawInJavaScript = ({ tf }: Engine, { draw, seeds, count, stream, firstSeed, step }: DrawRequest): Tensor => {
  const blocks = Math.ceil(count / numbersPerBlock);
  const start = (firstSeed.dataSync()[0] as number) * blocks;
  const words = new Uint32Array(4 * blocks * seeds);
  const number = (step?.dataSync()[0] ?? 0) as number;
  fillPhilox(words, { key: [stream, number], counter: [start >>> 0, Math.floor(start / 2 ** 32), 0, 0] });
  const numbers = tf.tensor2d(laws[draw](words), [seeds, numbersPerBlock * blocks]);
  return numbersPerBlock * blocks === count ? numbers : tf.slice(numbers, [0, 0], [seeds, count]);
};
