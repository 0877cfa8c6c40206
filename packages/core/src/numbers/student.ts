import { bracketedRoot } from './roots.ts';

/**
 * Student's t distribution function, P(T ≤ t) with ν degrees of freedom.
 *
 * **Range** ν a positive integer. **Source** finite sums of Abramowitz & Stegun, 26.7.3 and 26.7.4.
 */
export const studentDistribution = (t: number, degreesOfFreedom: number): number => {
  const angle = Math.atan(t / Math.sqrt(degreesOfFreedom));
  return 1 / 2 + centralProbability(angle, degreesOfFreedom) / 2;
};

/**
 * Quantile of Student's t distribution: the t below which lies `probability`.
 *
 * **Range** 0 < probability < 1, ν a positive integer; beyond ν = 1000 that of ν = 1000 (within 2e-3 of the normal one).
 */
export const studentQuantile = (probability: number, degreesOfFreedom: number): number => {
  const freedom = Math.min(degreesOfFreedom, 1000);
  // in the angle θ = atan(t/√ν) the whole line is a finite interval
  const angle = bracketedRoot((theta) => (1 + centralProbability(theta, freedom)) / 2 - probability, -Math.PI / 2, Math.PI / 2);
  return Math.sqrt(freedom) * Math.tan(angle);
};

/** P(−t ≤ T ≤ t) for t = √ν tan θ, with the sign of θ. */
const centralProbability = (angle: number, degreesOfFreedom: number): number => {
  const isOdd = degreesOfFreedom % 2 === 1;
  const square = Math.cos(angle) ** 2;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = degreesOfFreedom === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power <= degreesOfFreedom - 2; power += 2) {
    term *= (square * (power - 1)) / power;
    sum += term;
  }
  return isOdd ? ((angle + Math.sin(angle) * sum) * 2) / Math.PI : Math.sin(angle) * sum;
};
