import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Activation } from '../parts/activations/activation.ts';
import * as activations from '../parts/activations/index.ts';
import { gaussianAverages } from './averages.ts';
import { pairAverage } from './pair-average.ts';

const shelf = Object.values(activations).map((activation) => [activation.name, activation] as const);
const lengths = fc.double({ min: -6, max: 1.3, noNaN: true }).map((exponent) => 10 ** exponent);
const correlations = fc.double({ min: -0.999, max: 0.999, noNaN: true });

/** Quadratures of a few hundred rounded terms, relative to the mean size of a term. */
const tolerance = 1e-12;

test.each(shelf)('%s: C(q, 1) = V(q), K(q, 1) = D(q), C(q, 0) = M(q)²', (_name, activation) => {
  const { secondMoment, slopeSecondMoment, mean, covariance, slopeCovariance } = gaussianAverages(activation);
  fc.assert(
    fc.property(lengths, (q) => {
      expect(Math.abs(covariance(q, 1) - secondMoment(q))).toBeLessThan(tolerance * secondMoment(q));
      expect(Math.abs(slopeCovariance(q, 1) - slopeSecondMoment(q))).toBeLessThan(tolerance * slopeSecondMoment(q));
      expect(Math.abs(covariance(q, 0) - mean(q) ** 2)).toBeLessThan(tolerance * secondMoment(q));
    }),
    { numRuns: 20 },
  );
});

test.each(shelf)('%s: dC/dc = q K and dV/dq = V′, by differences', (_name, activation) => {
  const { secondMoment, secondMomentSlope, covariance, slopeCovariance } = gaussianAverages(activation);
  for (const [q, c] of [
    [0.3, 0.2],
    [1, -0.6],
    [4, 0.7],
  ] as const) {
    const step = 1e-3;
    const derivative = (of: (x: number) => number): number =>
      (8 * (of(step) - of(-step)) - (of(2 * step) - of(-2 * step))) / (12 * step);
    // truncation step⁴/30 · fifth derivative, at most 1e-9 here; rounding 1e-14 / step
    expect(derivative((d) => covariance(q, c + d))).toBeCloseTo(q * slopeCovariance(q, c), 8);
    expect(derivative((d) => secondMoment(q + d))).toBeCloseTo(secondMomentSlope(q), 8);
  }
});

test.each(shelf)('%s: closed form or series agree with nested quadrature at any correlation', (_name, activation) => {
  const { secondMoment, slopeSecondMoment, covariance, slopeCovariance } = gaussianAverages(activation);
  const { value, slope, kinks } = activation;
  fc.assert(
    fc.property(lengths, correlations, (q, c) => {
      expect(Math.abs(pairAverage({ of: value, kinks }, q, c) - covariance(q, c))).toBeLessThan(tolerance * secondMoment(q));
      expect(Math.abs(pairAverage({ of: slope, kinks }, q, c) - slopeCovariance(q, c))).toBeLessThan(
        tolerance * slopeSecondMoment(q),
      );
    }),
    { numRuns: 8 },
  );
});

test.each(shelf)('%s: quadrature agrees with the closed forms at any correlation', (_name, activation) => {
  const formulas = gaussianAverages(activation);
  const quadrature = gaussianAverages({ ...activation, closedForms: {} } as Activation);
  fc.assert(
    fc.property(lengths, correlations, (q, c) => {
      const scale = formulas.secondMoment(q);
      expect(Math.abs(quadrature.covariance(q, c) - formulas.covariance(q, c))).toBeLessThan(tolerance * scale);
    }),
    { numRuns: 8 },
  );
});

test('V_sigmoid(q) = 1/4 + V_tanh(q/4)/4, D_sigmoid(q) = D_tanh(q/4)/16, D_softplus(q) = V_sigmoid(q)', () => {
  const [sigmoid, tanh, softplus] = [activations.sigmoid, activations.tanh, activations.softplus].map(gaussianAverages);
  fc.assert(
    fc.property(lengths, (q) => {
      const expected = 1 / 4 + (tanh?.secondMoment(q / 4) ?? 0) / 4;
      expect(sigmoid?.secondMoment(q)).toBeCloseTo(expected, 13);
      expect(sigmoid?.slopeSecondMoment(q)).toBeCloseTo((tanh?.slopeSecondMoment(q / 4) ?? 0) / 16, 13);
      expect(softplus?.slopeSecondMoment(q)).toBeCloseTo(expected, 13);
    }),
    { numRuns: 30 },
  );
});

test('the two forms of gelu are two activations: V(1) differs in the fourth digit', () => {
  const [exact, approximate] = [activations.gelu, activations.geluTanh].map((activation) =>
    gaussianAverages(activation).secondMoment(1),
  );
  const difference = Math.abs((exact ?? 0) - (approximate ?? 0));
  expect(difference).toBeGreaterThan(1e-5);
  expect(difference).toBeLessThan(1e-3);
});

test('P26: selu maps mean 0 and variance 1 to themselves, with slopes 0.782648 and 0.088834 (Klambauer et al. 2017)', () => {
  const { mean, secondMoment, slopeSecondMoment, secondMomentSlope } = gaussianAverages(activations.selu);
  // λ and α are rounded to 16 digits
  expect(mean(1)).toBeCloseTo(0, 14);
  expect(secondMoment(1)).toBeCloseTo(1, 14);
  expect(slopeSecondMoment(1)).toBeCloseTo(1.071575, 6);
  expect(secondMomentSlope(1)).toBeCloseTo(0.782648, 6);
  const step = 1e-4;
  // dM/dq by central difference, truncation about 1e-9; the paper cuts its six digits instead of rounding them
  const crossTerm = (mean(1 + step) - mean(1 - step)) / (2 * step);
  expect(Math.floor(crossTerm * 1e6)).toBe(88834);
});

test('at q = 0 the averages are those of the tangent, and correlations beyond 1 by rounding count as 1', () => {
  const tanh = gaussianAverages(activations.tanh);
  expect([tanh.secondMoment(0), tanh.slopeSecondMoment(0), tanh.secondMomentSlope(0)]).toEqual([
    expect.closeTo(0, 14),
    expect.closeTo(1, 14),
    expect.closeTo(1, 14),
  ]);
  expect(gaussianAverages(activations.sigmoid).covariance(0, 0.5)).toBeCloseTo(1 / 4, 14);
  expect(gaussianAverages(activations.relu).covariance(2, 1 + 1e-15)).toBe(1);
});

test.each(shelf)('%s: far below every bend the averages are those of the tangents', (_name, activation) => {
  const { secondMoment, slopeSecondMoment, covariance } = gaussianAverages({ ...activation, closedForms: {} } as Activation);
  const [right, left] = [activation.slope(1e-200) ** 2, activation.slope(-1e-200) ** 2];
  for (const q of [1e-30, 1e-34, 1e-250]) {
    const constant = activation.value(0) ** 2;
    expect(secondMoment(q) / (constant + (q * (right + left)) / 2)).toBeCloseTo(1, 12);
    expect(slopeSecondMoment(q) / ((right + left) / 2)).toBeCloseTo(1, 12);
    expect(covariance(q, 1)).toBe(secondMoment(q));
    expect(covariance(q, 0.999) / secondMoment(q)).toBeCloseTo(1, 2);
  }
});

test('an activation is worked out once', () => {
  expect(gaussianAverages(activations.silu)).toBe(gaussianAverages(activations.silu));
});
