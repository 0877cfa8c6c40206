import { expect, test } from 'vitest';
import { linear, relu, tanh } from '../parts/activations/index.ts';
import { finiteWidth, fluctuationRate } from './finite-width.ts';

test('P12: κ is 2 and 0 for linear, 5 and 3 for relu (Hanin & Nica 2018), 2.90 and 0.90 for tanh at q = 0.5', () => {
  expect([fluctuationRate(linear, 1, false), fluctuationRate(linear, 1, true)]).toEqual([2, 0]);
  expect([fluctuationRate(relu, 1, false), fluctuationRate(relu, 1, true)]).toEqual([5, 3]);
  expect(fluctuationRate(tanh, 0.5, false)).toBeCloseTo(2.9, 2);
  expect(fluctuationRate(tanh, 0.5, true)).toBeCloseTo(0.9, 2);
});

test('for relu at width 300 and 30 layers the mean of logs is shifted by −0.25 nats (theory, finite width)', () => {
  const { meanShift, sd, toleranceOfMeanLog, relativeErrorOfMeanRatio } = finiteWidth({
    activation: relu,
    q: 1,
    isOrthogonal: false,
    layers: 30,
    width: 300,
    networks: 60,
  });
  expect(meanShift).toBe(-0.25);
  expect(sd).toBeCloseTo(Math.SQRT1_2, 14);
  expect(toleranceOfMeanLog).toBeCloseTo(3 * Math.sqrt(0.5 / 60), 14);
  expect(relativeErrorOfMeanRatio).toBeCloseTo(Math.sqrt((Math.exp(0.5) - 1) / 60), 14);
});
