import { expect, test } from 'vitest';
import * as activations from '../parts/activations/index.ts';
import { criticalLine, criticalPoints, stableCriticalPoint } from './critical-line.ts';
import { fixedPoint } from './fixed-point.ts';

const shelf = Object.values(activations).map((activation) => [activation.name, activation] as const);

test.each([
  [0.0025, 1.2600938, 0.153692],
  [0.01, 1.4242053, 0.273301],
  [0.05, 1.7609546, 0.570048],
  [0.1, 1.9860726, 0.805799],
  [0.3, 2.5051272, 1.46117],
  [2.01e-5, 1.0499956, 0.0259186],
])('P07: tanh at σ_b² = %s is critical at σ_w² = %s with q* = %s (theory table)', (bias, gain, qStar) => {
  const [point] = criticalPoints(activations.tanh, bias);
  expect(Math.abs((point?.gain ?? 0) / gain - 1)).toBeLessThan(5e-8);
  expect(Math.abs((point?.qStar ?? 0) / qStar - 1)).toBeLessThan(5e-6);
});

test('tanh without biases is critical at σ_w² = 1, where q* vanishes', () => {
  const [point, ...others] = criticalPoints(activations.tanh, 0);
  expect(others).toEqual([]);
  expect(point).toMatchObject({ qStar: 0, bias: 0, isStable: true });
  expect(point?.gain).toBeCloseTo(1, 14);
});

test.each(shelf)('%s: a stable critical point attracts and has χ₁ = 1', (_name, activation) => {
  for (const bias of [0, 0.05, 0.3]) {
    const point = stableCriticalPoint(activation, bias);
    if (point === null) continue;
    const settled = fixedPoint(activation, point, point.qStar ?? 1);
    expect(settled.phase).toBe('critical');
    if (point.qStar !== null && point.qStar > 0) expect(Math.abs((settled.qStar ?? 0) / point.qStar - 1)).toBeLessThan(1e-9);
    if (criticalPoints(activation, bias).some(({ isStable }) => isStable)) expect(point.bias).toBe(bias);
  }
});

test('softplus, which never comes back to its length, has no critical point', () => {
  expect(criticalLine(activations.softplus)).toEqual([]);
  expect(criticalPoints(activations.softplus, 0.1)).toEqual([]);
  expect(stableCriticalPoint(activations.softplus, 0.1)).toBeNull();
});

test('gelu at a small bias is sent to the nearest bias where its line is stable', () => {
  const point = stableCriticalPoint(activations.gelu, 0);
  expect(point?.bias).toBeGreaterThan(0.1729);
  expect(point?.bias).toBeLessThan(0.2);
});

test('scale-invariant units are critical without biases only', () => {
  expect(criticalPoints(activations.relu, 0)).toEqual([{ gain: 2, bias: 0, qStar: null, chiParallel: 1, isStable: true }]);
  expect(criticalPoints(activations.relu, 0.1)).toEqual([]);
  expect(stableCriticalPoint(activations.relu, 0.1)?.bias).toBe(0);
});

test.each(shelf)('%s: the line runs in order of q* and never needs a negative variance', (_name, activation) => {
  const line = criticalLine(activation);
  line.forEach(({ qStar, bias, gain }, index) => {
    expect(bias).toBeGreaterThanOrEqual(0);
    expect(gain).toBeGreaterThan(0);
    if (index > 0) expect(qStar).toBeGreaterThan(line[index - 1]?.qStar ?? Number.POSITIVE_INFINITY);
  });
});
