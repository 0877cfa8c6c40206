import { normalDistribution } from './normal.ts';
import { normalQuantile } from './normal-quantile.ts';

/** Values that sixteen random bits can take. */
const values = 2 ** 16;

/**
 * Uniform numbers, two per word: sixteen bits as a signed integer, plus ½. Mean 0 exactly, variance (2³² − 1) / 12.
 * **Range** −32767.5 … 32767.5.
 */
export const uniformsFrom = (words: Uint32Array): Float32Array =>
  // Int16Array's own map would keep integers
  Float32Array.from(new Int16Array(words.buffer, words.byteOffset, 2 * words.length), (bits) => bits + 0.5);

/** Standard normal numbers, two per word: entries of `normalTable`. */
export const normalsFrom = (words: Uint32Array): Float32Array => lookUp(normalTable(), words);

/** Standard normal numbers cut at ±2, two per word: entries of `truncatedNormalTable`. */
export const truncatedNormalsFrom = (words: Uint32Array): Float32Array => lookUp(truncatedNormalTable(), words);

/**
 * Standard normal numbers by their sixteen bits: Φ⁻¹((k + ½) / 2¹⁶), rescaled by 1.00003 to unit variance. Largest 4.32;
 * E z⁴ = 2.9992, where Gaussian numbers have 3.
 */
export const normalTable = (): Float32Array => {
  normals ??= unitVariance(quantilesWithout(0));
  return normals;
};

/** Standard normal numbers cut at ±2 and not rescaled, by their sixteen bits. */
export const truncatedNormalTable = (): Float32Array => {
  truncatedNormals ??= Float32Array.from(quantilesWithout(normalDistribution(-2)));
  return truncatedNormals;
};

const lookUp = (table: Float32Array, words: Uint32Array): Float32Array =>
  Float32Array.from(new Uint16Array(words.buffer, words.byteOffset, 2 * words.length), (bits) => table[bits] as number);

let normals: Float32Array | null = null;
let truncatedNormals: Float32Array | null = null;

/** Φ⁻¹ in the middle of each of 65,536 equal parts of the probability between two tails; the upper half mirrors the lower. */
const quantilesWithout = (tail: number): Float64Array => {
  const quantiles = new Float64Array(values);
  for (let k = 0; k < values / 2; k += 1) {
    const quantile = normalQuantile(tail + ((k + 0.5) / values) * (1 - 2 * tail));
    quantiles[k] = quantile;
    quantiles[values - 1 - k] = -quantile;
  }
  return quantiles;
};

const unitVariance = (quantiles: Float64Array): Float32Array => {
  const variance = quantiles.reduce((sum, quantile) => sum + quantile * quantile, 0) / values;
  return Float32Array.from(quantiles, (quantile) => quantile / Math.sqrt(variance));
};
