import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as activations from '../parts/activations/index.ts';
import { gaussianAverages } from './averages.ts';
import { correlationFixedPoint } from './correlation-fixed-point.ts';
import { fixedPoint } from './fixed-point.ts';

const { elu, gelu, hardTanh, leakyRelu, linear, relu, selu, sigmoid, sin, softplus, tanh } = activations;
const shelf = Object.values(activations).map((activation) => [activation.name, activation] as const);
const gains = fc.double({ min: 0.2, max: 8, noNaN: true });
// a denormal bias would make q* denormal, with no digits left
const biases = fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 0.5, noNaN: true }));

test.each(shelf)('%s: q* is a fixed point that plain iteration approaches, and divergence is real', (_name, activation) => {
  const { secondMoment } = gaussianAverages(activation);
  fc.assert(
    fc.property(gains, biases, (gain, bias) => {
      const { qStar } = fixedPoint(activation, { gain, bias });
      const start = gain + bias;
      let q = start;
      for (let layer = 0; layer < 100; layer += 1) q = gain * secondMoment(q) + bias;
      if (qStar === null) {
        expect(q).toBeGreaterThanOrEqual(start);
      } else {
        expect(Math.abs(gain * secondMoment(qStar) + bias - qStar)).toBeLessThan(1e-12 * (1 + qStar));
        // on the way from the start to q*, never past it
        expect(Math.abs(q - qStar)).toBeLessThanOrEqual(Math.abs(start - qStar) + 1e-12);
      }
    }),
    { numRuns: 15 },
  );
});

test.each(shelf)('%s: c* is a fixed point, 1 where χ₁ ≤ 1', (_name, activation) => {
  const { covariance } = gaussianAverages(activation);
  fc.assert(
    fc.property(gains, biases, (gain, bias) => {
      const { qStar, chi1 } = fixedPoint(activation, { gain, bias });
      const { cStar } = correlationFixedPoint(activation, { gain, bias });
      if (qStar === null || qStar === 0 || cStar === null) return;
      expect(Math.abs((gain * covariance(qStar, cStar) + bias) / qStar - cStar)).toBeLessThan(1e-11);
      if ((chi1 ?? 0) < 1) expect(cStar).toBe(1);
      else expect(cStar).toBeLessThan(1);
    }),
    { numRuns: 5 },
  );
});

test('sigmoid is ordered for every usual initialisation', () => {
  for (const gain of [1 / 3, 1, 2, 16, 100]) expect(fixedPoint(sigmoid, { gain, bias: 0 }).phase).toBe('ordered');
  expect(fixedPoint(sigmoid, { gain: 103.007553856, bias: 0 }).phase).toBe('critical');
});

test('a scale-invariant unit is critical at σ_w² = 2/(1 + a²) with q* undefined, and grows without bound with any bias', () => {
  for (const [activation, gain] of [
    [linear, 1],
    [relu, 2],
    [leakyRelu, 2 / 1.0001],
  ] as const) {
    for (const bias of [0, 0.1]) {
      const point = fixedPoint(activation, { gain, bias });
      expect([point.qStar, point.phase, point.gradientDepthScale, point.lengthDepthScale]).toEqual([
        null,
        'critical',
        null,
        null,
      ]);
      expect(point.chi1).toBeCloseTo(1, 14);
    }
  }
});

test('growth without bound is null, not a number, unless the gradient does not depend on the length', () => {
  for (const activation of [gelu, softplus, elu]) {
    expect(fixedPoint(activation, { gain: 3, bias: 0.1 })).toEqual({
      qStar: null,
      chi1: null,
      chiParallel: null,
      lengthDepthScale: null,
      gradientDepthScale: null,
      phase: null,
    });
  }
  expect(fixedPoint(relu, { gain: 3, bias: 0 })).toMatchObject({ qStar: null, chi1: 1.5, phase: 'chaotic' });
  expect(fixedPoint(tanh, { gain: 1e6, bias: 0 }).qStar).toBeCloseTo(1e6, -4);
});

test('tanh without biases: q* = 0 and χ₁ = χ∥ = σ_w² below 1, critical at 1, chaotic above', () => {
  expect(fixedPoint(tanh, { gain: 0.5, bias: 0 })).toMatchObject({ qStar: 0, phase: 'ordered' });
  expect(fixedPoint(tanh, { gain: 0.5, bias: 0 }).chi1).toBeCloseTo(0.5, 14);
  expect(fixedPoint(tanh, { gain: 1, bias: 0 })).toMatchObject({ qStar: 0, phase: 'critical', lengthDepthScale: null });
  expect(fixedPoint(tanh, { gain: 1.01, bias: 0 }).phase).toBe('chaotic');
  expect(fixedPoint(hardTanh, { gain: 0.9, bias: 0 })).toMatchObject({ qStar: 0, phase: 'ordered' });
});

test('an odd unit without biases decorrelates all inputs in the chaotic phase: c* = 0', () => {
  for (const activation of [tanh, sin]) expect(correlationFixedPoint(activation, { gain: 2, bias: 0 }).cStar).toBe(0);
});

test('selu at σ_w² = 1 is chaotic: q* = 1, χ₁ = 1.07157499, χ∥ = 0.782647883, c* = 0', () => {
  const { qStar, chi1, chiParallel, phase } = fixedPoint(selu, { gain: 1, bias: 0 });
  expect([qStar, chi1, chiParallel]).toEqual([
    expect.closeTo(1, 12),
    expect.closeTo(1.07157499, 8),
    expect.closeTo(0.782647883, 9),
  ]);
  expect(phase).toBe('chaotic');
  expect(correlationFixedPoint(selu, { gain: 1, bias: 0 }).cStar).toBe(0);
});

test('correlations of a linear net without biases stay what they are, those of a He relu net go to 1', () => {
  expect(correlationFixedPoint(linear, { gain: 1, bias: 0 }).cStar).toBeNull();
  expect(correlationFixedPoint(relu, { gain: 2, bias: 0 })).toEqual({ cStar: 1, chi: 1, depthScale: null });
});

test('where two lengths attract, the start decides', () => {
  // gelu at σ_w² = 2.05 and σ_b² = 0.05: lengths below the repelling one settle, those above grow without bound
  const layer = { gain: 2.05, bias: 0.05 };
  expect(fixedPoint(gelu, layer, 0.1).qStar).toBeLessThan(1);
  expect(fixedPoint(gelu, layer, 50).qStar).toBeNull();
});
