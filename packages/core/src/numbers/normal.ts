import { erfc } from './error-function.ts';

const inverseRootTwoPi = 1 / Math.sqrt(2 * Math.PI);

/** Standard normal density, ϕ(z) = e^{−z²/2} / √(2π). */
export const normalDensity = (z: number): number => inverseRootTwoPi * Math.exp((-z * z) / 2);

/** Standard normal distribution function, Φ(z) = erfc(−z/√2) / 2; accurate in both tails. */
export const normalDistribution = (z: number): number => erfc(-z * Math.SQRT1_2) / 2;
