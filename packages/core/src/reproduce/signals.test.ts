import { expect, test } from 'vitest';
import type { GradientProfile, LayerMeasurement } from '../measure/gradient-profile.ts';
import { logMeanSquare, logRatios, meanSquareRatio } from './signals.ts';

/** A profile of which only the signals per network matter. */
const profileOf = (...signals: readonly (readonly (number | null)[])[]): GradientProfile => ({
  layers: signals.map((signalPerSeed) => ({ signalPerSeed }) as unknown as LayerMeasurement),
  readout: null,
  decadesPerLayer: { value: null, low: null, high: null },
  float32ZeroFrom: null,
  spectrum: null,
  loss: null,
});

test('two decades of RMS are 4 ln 10 of the squared norm', () => {
  expect(logRatios(profileOf([-3, 1], [-1, -1]), 1, 2)).toEqual([-4 * Math.LN10, 4 * Math.LN10]);
});

test('the mean of squares is arithmetic, and holds where squares underflow', () => {
  // RMS 1 and 3 → squares 1 and 9 → mean 5
  const near = profileOf([0, Math.log10(3)]);
  const far = profileOf([-250, Math.log10(3) - 250]);
  expect(logMeanSquare(near, 1)).toBeCloseTo(Math.log(5), 12);
  expect(logMeanSquare(far, 1)).toBeCloseTo(Math.log(5) - 500 * Math.LN10, 9);
});

test('a network whose signal is exactly zero counts as zero in a mean and has no logarithm', () => {
  const profile = profileOf([null, 0], [0, 0]);
  expect(meanSquareRatio(profile, 1, 2)).toBeCloseTo(0.5, 12);
  expect(logRatios(profile, 1, 2)).toEqual([0]);
});

test('a layer that is not there gives no number', () => {
  expect(logRatios(profileOf([0]), 1, 2)).toEqual([]);
  expect(logMeanSquare(profileOf([0]), 2)).toBeNaN();
});
