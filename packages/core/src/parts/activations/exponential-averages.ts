import { erfcx } from '../../numbers/error-function.ts';
import type { GaussianAverages } from './activation.ts';

type OneInput = Pick<GaussianAverages, 'secondMoment' | 'slopeSecondMoment' | 'mean' | 'slopeFourthMoment'>;

/**
 * Gaussian averages of φ(x) = λx for x > 0, λα(eˣ − 1) otherwise.
 *
 * With E[e^{au}; u < 0] = e^{a²q/2} Φ(−a√q) = erfcx(a√(q/2)) / 2, which never overflows.
 */
export const exponentialAverages = (lambda: number, alpha: number): OneInput => ({
  secondMoment: (q) => lambda ** 2 * (q / 2 + alpha ** 2 * leftSecondMoment(Math.sqrt(q / 2))),
  slopeSecondMoment: (q) => (lambda ** 2 * (1 + alpha ** 2 * erfcx(Math.sqrt(2 * q)))) / 2,
  mean: (q) => lambda * ((1 - alpha) * Math.sqrt(q / (2 * Math.PI)) + alpha * curvedMean(Math.sqrt(q / 2))),
  slopeFourthMoment: (q) => (lambda ** 4 * (1 + alpha ** 4 * erfcx(Math.sqrt(8 * q)))) / 2,
});

/** Below it the closed forms would lose digits to cancellation. */
const smallArgument = 0.25;

/** E[(eᵘ − 1)²; u < 0] for t = √(q/2). */
const leftSecondMoment = (t: number): number =>
  t < smallArgument ? series(t, (n) => 2 ** n - 2) / 2 : (erfcx(2 * t) - 2 * erfcx(t) + 1) / 2;

/** E[eᵘ − 1; u < 0] + E[u; u > 0] for t = √(q/2). */
const curvedMean = (t: number): number =>
  t < smallArgument ? series(t, () => 1) / 2 : (erfcx(t) - 1) / 2 + t / Math.sqrt(Math.PI);

/** Σ_{n≥2} factor(n) (−t)ⁿ / Γ(n/2 + 1), from the Taylor series of erfcx. */
const series = (t: number, factor: (n: number) => number): number => {
  let sum = 0;
  let [evenTerm, oddTerm] = [1, (-2 * t) / Math.sqrt(Math.PI)];
  for (let n = 2; n < 48; n += 2) {
    evenTerm *= t ** 2 / (n / 2);
    oddTerm *= t ** 2 / (n / 2 + 1 / 2);
    sum += factor(n) * evenTerm + factor(n + 1) * oddTerm;
  }
  return sum;
};
