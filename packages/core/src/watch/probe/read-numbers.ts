import type { Counts } from '../../measure/gradient-profile.ts';
import type { Activation } from '../../parts/activations/activation.ts';

/** Numbers of a tensor and the power of two that they are to be multiplied by. */
export interface Numbers {
  readonly values: Float32Array;
  readonly exponent: number;
}

/** log₁₀ of the Euclidean norm of several tensors as one; −∞ of zeros, NaN where an entry is none or infinite. */
export const log10NormOf = (tensors: readonly Numbers[]): number => {
  const exponent = Math.max(...tensors.map((tensor) => tensor.exponent));
  let sum = 0;
  for (const tensor of tensors) sum += sumOfSquares(tensor.values) * 4 ** (tensor.exponent - exponent);
  return Number.isFinite(sum) ? Math.log10(sum) / 2 + exponent * Math.log10(2) : Number.NaN;
};

/** In double precision, where no square of a float32 number under- or overflows. */
export const sumOfSquares = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += (values[index] as number) ** 2;
  return sum;
};

/** What cannot be read as an ordinary float32 number. */
export const countNumbers = (tensors: readonly Numbers[]): Counts => {
  let [entries, nan, inf, zero, underflow] = [0, 0, 0, 0, 0];
  for (const { values, exponent } of tensors) {
    entries += values.length;
    const smallest = 2 ** (-149 - exponent);
    for (let index = 0; index < values.length; index += 1) {
      const size = Math.abs(values[index] as number);
      if (size === 0) zero += 1;
      else if (Number.isNaN(size)) nan += 1;
      else if (size === Number.POSITIVE_INFINITY) inf += 1;
      else if (size < smallest) underflow += 1;
    }
  }
  return { entries, nan, inf, zero, underflow };
};

/** Mean and variance; null where they are not finite. */
export const momentsOf = (
  tensors: readonly Float32Array[],
): { readonly mean: number | null; readonly variance: number | null } => {
  let [count, sum, squares] = [0, 0, 0];
  for (const values of tensors) {
    count += values.length;
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] as number;
      sum += value;
      squares += value * value;
    }
  }
  const mean = sum / count;
  return { mean: finite(mean), variance: finite(Math.max(0, squares / count - mean * mean)) };
};

/** What an activation makes of its pre-activations. */
export interface Slopes {
  readonly slopeSecondMoment: number | null;
  readonly saturated: number;
  readonly dead: number;
}

/** φ′ over all entries; a unit is a place on one axis, `stride` entries apart from the next. */
export const slopesOf = (
  { slope, saturatedBelow }: Pick<Activation, 'slope' | 'saturatedBelow'>,
  z: Float32Array,
  { units, stride }: { readonly units: number; readonly stride: number },
): Slopes => {
  const isAlive = new Uint8Array(units);
  let [squares, saturated] = [0, 0];
  for (let index = 0; index < z.length; index += 1) {
    const steepness = slope(z[index] as number);
    squares += steepness * steepness;
    if (steepness !== 0) isAlive[Math.floor(index / stride) % units] = 1;
    if (saturatedBelow !== null && Math.abs(steepness) < saturatedBelow) saturated += 1;
  }
  const alive = isAlive.reduce((sum, one) => sum + one, 0);
  return { slopeSecondMoment: finite(squares / z.length), saturated: saturated / z.length, dead: 1 - alive / units };
};

/** Pairs of neighbouring examples that are compared. */
const pairsCompared = 8;

/** Σ z₁·z₂ / √(Σ z₁² Σ z₂²) over the first pairs of neighbouring examples; null where there are none, or all are zero. */
export const correlationOf = (z: Float32Array, examples: number): number | null => {
  const size = z.length / examples;
  let [product, first, second] = [0, 0, 0];
  for (let pair = 0; pair < Math.min(pairsCompared, Math.floor(examples / 2)); pair += 1) {
    for (let index = 2 * pair * size; index < (2 * pair + 1) * size; index += 1) {
      const [one, other] = [z[index] as number, z[index + size] as number];
      product += one * other;
      first += one * one;
      second += other * other;
    }
  }
  const correlation = product / Math.sqrt(first * second);
  return Number.isFinite(correlation) ? Math.min(correlation, 1) : null;
};

/** Null for what is not a finite number. */
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
