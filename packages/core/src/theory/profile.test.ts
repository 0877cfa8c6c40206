import { expect, test } from 'vitest';
import { linear, relu, sigmoid, tanh } from '../parts/activations/index.ts';
import { gaussianAverages } from './averages.ts';
import { fixedPoint } from './fixed-point.ts';
import { layerNormGain } from './normalised-gain.ts';
import { meanFieldProfile, type PlainLayer } from './profile.ts';

const square = (depth: number, gain: number, bias = 0): readonly PlainLayer[] =>
  Array.from({ length: depth }, () => ({ gain, bias, fanIn: 100, fanOut: 100 }));

const input = { inputSecondMoment: 1, inputCorrelation: 0 };

test.each([
  [30, 0.4894],
  [15, 0.2366],
  [6, 0.08823],
])(
  'P09: tanh at σ_w² = 1 from unit inputs has |d_%s|²/|d_60|² = %s (Roberts, Yaida & Hanin 2021; theory table)',
  (layer, ratio) => {
    const profile = meanFieldProfile({ activation: tanh, layers: square(60, 1), ...input });
    // the table has four digits
    expect(Math.exp(profile[layer - 1]?.logSquaredGradient ?? 0) / ratio).toBeCloseTo(1, 3);
  },
);

test.each([
  [1, 0.05556],
  [16, 0.3937],
  [200, 1.373],
])('P01: a sigmoid net of six layers at σ_w² = %s has the factor %s per layer (theory table)', (gain, factor) => {
  const profile = meanFieldProfile({ activation: sigmoid, layers: square(6, gain), ...input });
  expect(Math.exp((profile[1]?.logSquaredGradient ?? 0) / 4) / factor).toBeCloseTo(1, 3);
});

test.each([
  [1.3, 0.607, 0.8077, 0.9026],
  [2.5, 4.079, 0.2705, 0.1543],
  [4, 12.6, 0.1282, 0.04072],
])('P05: tanh at σ_w = %s, σ_b = 0.3 has q* = %s, c_8 = %s, c_16 = %s (Poole et al. 2016; theory table)', (sigma, q, c8, c16) => {
  const [gain, bias] = [sigma ** 2, 0.09];
  const qStar = fixedPoint(tanh, { gain, bias }).qStar ?? Number.NaN;
  const inputSecondMoment = (qStar - bias) / gain;
  const inputCorrelation = (0.6 * qStar - bias) / (gain * inputSecondMoment);
  const profile = meanFieldProfile({ activation: tanh, layers: square(16, gain, bias), inputSecondMoment, inputCorrelation });
  expect((profile[15]?.q ?? 0) / q).toBeCloseTo(1, 3);
  expect((profile[7]?.correlation ?? 0) / c8).toBeCloseTo(1, 3);
  expect((profile[15]?.correlation ?? 0) / c16).toBeCloseTo(1, 3);
});

test('P03: relu layers multiply the squared gradient by σ_w²/2, whatever the input', () => {
  const profile = meanFieldProfile({ activation: relu, layers: square(31, 1), ...input, inputSecondMoment: 7 });
  expect(profile[0]?.logSquaredGradient).toBeCloseTo(-30 * Math.LN2, 10);
});

test('widths that differ enter by fanOut/fanIn, and cancel over the net for Glorot weights of a linear unit up to the mean', () => {
  const layers = [
    { gain: 1, bias: 0, fanIn: 50, fanOut: 100 },
    { gain: 2, bias: 0, fanIn: 100, fanOut: 400 },
    { gain: 3, bias: 0, fanIn: 400, fanOut: 10 },
  ];
  const profile = meanFieldProfile({ activation: linear, layers, ...input });
  const expected = [2 * 4 * 3 * (10 / 400), 3 * (10 / 400), 1];
  profile.forEach(({ logSquaredGradient }, index) => {
    expect(Math.exp(logSquaredGradient) / (expected[index] ?? 0)).toBeCloseTo(1, 13);
  });
});

test('calibrated layers hold q = 1, and the gradient changes by D(1)/V(1) per layer', () => {
  const layers = square(5, Number.NaN).map((layer) => ({ ...layer, isCalibrated: true }));
  const profile = meanFieldProfile({ activation: sigmoid, layers, ...input, inputSecondMoment: 12 });
  for (const { q } of profile) expect(q).toBeCloseTo(1, 14);
  expect(profile[0]?.logSquaredGradient).toBeCloseTo(4 * Math.log(layerNormGain(sigmoid)), 12);
  expect(profile[1]?.gain).toBeCloseTo(1 / gaussianAverages(sigmoid).secondMoment(1), 13);
});

test('four hundred sigmoid layers are a number, far below float32', () => {
  const [first] = meanFieldProfile({ activation: sigmoid, layers: square(400, 1), ...input });
  // 399 factors of about 0.0557, the first one nearer to 0.0448
  expect(first?.logSquaredGradient).toBeCloseTo(399 * Math.log(0.055720707), 0);
});
