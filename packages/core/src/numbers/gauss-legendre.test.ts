import { expect, test } from 'vitest';
import { normalRule } from './gauss-legendre.ts';
import { normalDensity, normalDistribution } from './normal.ts';

const average = (of: (z: number) => number, breaks: readonly number[] = []): number => {
  const { nodes, weights } = normalRule(breaks);
  return nodes.reduce((sum, z, index) => sum + of(z) * (weights[index] as number), 0);
};

test('even moments of the normal law are 1, 1, 3, 15, 105', () => {
  // 320 roundings at most
  for (const [power, moment] of [
    [0, 1],
    [2, 1],
    [4, 3],
    [6, 15],
    [8, 105],
  ] as const) {
    expect(Math.abs(average((z) => z ** power) / moment - 1)).toBeLessThan(1e-14);
  }
});

test('a kink costs nothing once it is a break', () => {
  // E (z − k)⁺ = ϕ(k) − k(1 − Φ(k)) at k = 0.3
  const exact = normalDensity(0.3) - 0.3 * normalDistribution(-0.3);
  expect(Math.abs(average((z) => Math.max(0, z - 0.3), [0.3]) / exact - 1)).toBeLessThan(1e-14);
  expect(Math.abs(average((z) => Math.max(0, z - 0.3)) / exact - 1)).toBeGreaterThan(1e-6);
});
