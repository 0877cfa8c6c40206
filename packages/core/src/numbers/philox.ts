/** Multipliers and key increments of the 4 × 32 bit generator. */
const multiplierA = 0xd2511f53;
const multiplierB = 0xcd9e8d57;
const keyStepA = 0x9e3779b9;
const keyStepB = 0xbb67ae85;
const rounds = 10;

/** High 32 bits of an unsigned 32 × 32 bit product. */
const high = (a: number, b: number): number => {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16);
  const carried = (middle >>> 0) & 0xffff;
  const other = Math.imul(aLow, bHigh) + carried;
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (other >>> 16)) >>> 0;
};

/** A position in a Philox stream: 64 bits of key, 128 bits of counter, as unsigned 32-bit words, low word first. */
export interface PhiloxPosition {
  readonly key: readonly [number, number];
  readonly counter: readonly [number, number, number, number];
}

/**
 * Fills an array with the words of Philox-4x32-10 from a position on, four words per counter value; bit-identical to
 * TensorFlow's and PyTorch's generator. **Source** Salmon et al. 2011, Parallel random numbers: as easy as 1, 2, 3.
 */
export const fillPhilox = (words: Uint32Array, { key, counter }: PhiloxPosition): void => {
  // plain variables throughout: this loop draws a network's weights, and arrays here cost three times as much
  let low = counter[0];
  let second = counter[1];
  let third = counter[2];
  let fourth = counter[3];
  for (let position = 0; position < words.length; position += 4) {
    let x0 = low;
    let x1 = second;
    let x2 = third;
    let x3 = fourth;
    let keyA = key[0] | 0;
    let keyB = key[1] | 0;
    for (let round = 0; round < rounds; round += 1) {
      const highA = high(multiplierA, x0);
      const highB = high(multiplierB, x2);
      const lowA = Math.imul(multiplierA, x0);
      const lowB = Math.imul(multiplierB, x2);
      x0 = highB ^ x1 ^ keyA;
      x1 = lowB;
      x2 = highA ^ x3 ^ keyB;
      x3 = lowA;
      keyA = (keyA + keyStepA) | 0;
      keyB = (keyB + keyStepB) | 0;
    }
    words[position] = x0;
    words[position + 1] = x1;
    words[position + 2] = x2;
    words[position + 3] = x3;
    low = (low + 1) >>> 0;
    if (low === 0) second = (second + 1) >>> 0;
    if (low === 0 && second === 0) third = (third + 1) >>> 0;
    if (low === 0 && second === 0 && third === 0) fourth = (fourth + 1) >>> 0;
  }
};
