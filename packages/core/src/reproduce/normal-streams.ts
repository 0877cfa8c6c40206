import { fillPhilox } from '../numbers/philox.ts';
import { normalsFrom } from '../numbers/sixteen-bits.ts';

/** Normal numbers of one network: each call reads its next stream. */
export const normalStreams = (network: number): ((count: number) => Float32Array) => {
  let stream = 0;
  return (count) => {
    const words = new Uint32Array(4 * Math.ceil(count / 8));
    fillPhilox(words, { key: [stream, network], counter: [0, 0, 0, 0] });
    stream += 1;
    return normalsFrom(words).subarray(0, count);
  };
};
