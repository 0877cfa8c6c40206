import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Activation } from '../parts/activations/activation.ts';
import * as activations from '../parts/activations/index.ts';
import { gaussianAverages } from './averages.ts';
import { correlationFixedPoint } from './correlation-fixed-point.ts';
import { type CriticalPoint, criticalLine, criticalPoints } from './critical-line.ts';
import { fixedPoint } from './fixed-point.ts';
import { largestGaussianSquare, spectrumVariancePerLayer } from './jacobian-spectrum.ts';
import { batchNormGain, layerNormGain } from './normalised-gain.ts';
import { pairAverage } from './pair-average.ts';

/** Averages at one q. */
interface OneInput {
  readonly q: number;
  readonly V: number;
  readonly D: number;
  readonly Vp: number;
  readonly M: number;
  readonly D4: number;
}

/** Averages at one q and c. */
interface TwoInputs {
  readonly q: number;
  readonly c: number;
  readonly C: number;
  readonly K: number;
}

/** The parts of theory-reference.json that tests read. */
interface Reference {
  readonly activations: Readonly<
    Record<
      string,
      {
        readonly oneD: readonly OneInput[];
        readonly twoD: readonly TwoInputs[];
        readonly lnGain: number;
        readonly bnGain: number;
        readonly muRatio_q1: number;
      }
    >
  >;
  readonly meanField: readonly {
    readonly activation: string;
    readonly sw2: number;
    readonly sb2: number;
    readonly qStar: number;
    readonly chi1: number;
    readonly chiPar: number;
    readonly cStar: number;
    readonly chiAtCStar?: number;
    readonly xiQ?: number;
    readonly xiC?: number;
    readonly xiGrad?: number;
    readonly phase: string;
  }[];
  readonly criticalLine: Readonly<
    Record<
      string,
      readonly {
        readonly sb2: number;
        readonly sw2: number;
        readonly qStar: number | null;
        readonly chiPar?: number;
        readonly stable?: boolean;
      }[]
    >
  >;
  readonly halfStableCriticality: { readonly gelu: { readonly KStar: number; readonly CW: number; readonly Cb: number } };
  readonly kStarZero: { readonly tanh: { readonly sw2: number; readonly qTimesL: number; readonly gradExponent: number } };
  readonly jacobianSpectrum: {
    readonly values: readonly {
      readonly activation: string;
      readonly q: number;
      readonly varPerLayerGaussian: number;
      readonly varPerLayerOrthogonal: number;
    }[];
    readonly linearGaussianMaxS2: readonly { readonly L: number; readonly value: number }[];
  };
}

/** theory-reference.json; see fixtures/README.md. */
const reference = JSON.parse(readFileSync(new URL('fixtures/theory-reference.json', import.meta.url), 'utf8')) as Reference;

const { gelu, leakyRelu, linear, relu, selu, sigmoid, tanh } = activations;

/** The activations of theory-reference.json under the names they have there. */
const referenceActivations: Readonly<Record<string, Activation>> = {
  gelu,
  'leaky_relu_0.01': leakyRelu,
  'leaky_relu_0.2': leakyRelu.parameter?.with(0.2) as Activation,
  linear,
  relu,
  selu,
  sigmoid,
  tanh,
};

/** Twice the rounding of a reference value to 12 significant digits. */
const referenceTolerance = 1e-11;

/** Distance relative to a reference value, absolute below 0.1. */
const distance = (value: number, expected: number): number => Math.abs(value - expected) / Math.max(0.1, Math.abs(expected));

/** A value of the reference; null there means infinite or undefined. */
const expectSame = (value: number | null, expected: number | null | undefined): void => {
  if (expected === null || expected === undefined) return;
  expect(distance(value ?? Number.NaN, expected)).toBeLessThan(referenceTolerance);
};

const entries = Object.entries(reference.activations).map(([name, table]) => {
  const activation = referenceActivations[name] as Activation;
  return [name, activation, table] as const;
});

test.each(entries)('%s: V, D, V′, M and E φ′⁴ equal theory-reference.json (oneD)', (_name, activation, { oneD }) => {
  const averages = gaussianAverages(activation);
  const byQuadrature = gaussianAverages({ ...activation, closedForms: {} });
  for (const { q, V, D, Vp, M, D4 } of oneD) {
    for (const { secondMoment, slopeSecondMoment, secondMomentSlope, mean, slopeFourthMoment } of [averages, byQuadrature]) {
      expectSame(secondMoment(q), V);
      expectSame(slopeSecondMoment(q), D);
      expectSame(secondMomentSlope(q), Vp);
      expectSame(mean(q), M);
      expectSame(slopeFourthMoment(q), D4);
    }
  }
});

test.each(entries)(
  '%s: C and K equal theory-reference.json (twoD), by formula, series and nested quadrature',
  (_name, activation, { twoD }) => {
    const { value, slope, kinks } = activation;
    const averages = gaussianAverages(activation);
    const byQuadrature = gaussianAverages({ ...activation, closedForms: {} });
    for (const { q, c, C, K } of twoD) {
      expectSame(averages.covariance(q, c), C);
      expectSame(averages.slopeCovariance(q, c), K);
      expectSame(byQuadrature.covariance(q, c), C);
      expectSame(byQuadrature.slopeCovariance(q, c), K);
      expectSame(pairAverage({ of: value, kinks }, q, c), C);
      expectSame(pairAverage({ of: slope, kinks }, q, c), K);
    }
  },
);

test.each(entries)('%s: gains of normalised nets and spectrum ratio equal theory-reference.json', (_name, activation, table) => {
  expectSame(layerNormGain(activation), table.lnGain);
  expectSame(batchNormGain(activation), table.bnGain);
  expectSame(spectrumVariancePerLayer(activation, 1, false), table.muRatio_q1);
  expectSame(spectrumVariancePerLayer(activation, 1, true) + 1, table.muRatio_q1);
});

test.each(reference.meanField.map((row) => [row.activation, row.sw2, row.sb2, row] as const))(
  '%s at σ_w² = %s, σ_b² = %s: fixed points and depth scales equal theory-reference.json (meanField)',
  (name, gain, bias, row) => {
    const activation = referenceActivations[name] as Activation;
    const layer = { gain, bias };
    // from the length of unit-variance inputs and from a length of one alike
    for (const start of [gain + bias, 1]) {
      const { qStar, chi1, chiParallel, phase, lengthDepthScale, gradientDepthScale } = fixedPoint(activation, layer, start);
      expectSame(qStar, row.qStar);
      expectSame(chi1, row.chi1);
      expectSame(chiParallel, row.chiPar);
      expectSame(lengthDepthScale, row.xiQ);
      expectSame(gradientDepthScale, row.xiGrad);
      expect(phase).toBe(row.phase);
    }
    const { cStar, chi, depthScale } = correlationFixedPoint(activation, layer);
    expectSame(cStar, row.cStar);
    expectSame(chi, row.chiAtCStar);
    expectSame(depthScale, row.xiC);
  },
);

const lines = Object.entries(reference.criticalLine).flatMap(([name, points]) =>
  points.map((point) => [name, point.sb2, point] as const),
);

test.each(lines)('%s: the critical point at σ_b² = %s equals theory-reference.json (criticalLine)', (name, bias, expected) => {
  const points = criticalPoints(referenceActivations[name] as Activation, bias);
  expect(points).toHaveLength(1);
  const [point] = points as [CriticalPoint];
  expectSame(point.gain, expected.sw2);
  expectSame(point.qStar, expected.qStar);
  expectSame(point.chiParallel, expected.chiPar);
  if (expected.stable !== undefined) expect(point.isStable).toBe(expected.stable);
});

test('the critical line of gelu turns stable at theory-reference.json (halfStableCriticality)', () => {
  const { KStar, CW, Cb } = reference.halfStableCriticality.gelu;
  for (const { bias, qStar, isStable } of criticalLine(activations.gelu)) {
    expect(isStable).toBe(bias > Cb);
    expect((qStar ?? 0) > KStar).toBe(isStable);
  }
  const [point] = criticalPoints(activations.gelu, Cb) as [CriticalPoint];
  expectSame(point.gain, CW);
  expectSame(point.qStar, KStar);
  // χ∥ = 1 there; it changes by 0.02 per unit of q and Cb is known to 12 digits
  expect(Math.abs(point.chiParallel - 1)).toBeLessThan(1e-11);
});

test('tanh at σ_w² = 1 without biases: l·q_l → 1/2 and |d_l|²/|d_L|² → l/L, theory-reference.json (kStarZero)', () => {
  const { sw2, qTimesL, gradExponent } = reference.kStarZero.tanh;
  const { secondMoment, slopeSecondMoment } = gaussianAverages(activations.tanh);
  let [q, logGradient, logGradientHalfway] = [1, 0, 0];
  const layers = 4000;
  for (let layer = 1; layer <= layers; layer += 1) {
    if (layer === layers / 2) logGradientHalfway = logGradient;
    logGradient += Math.log(sw2 * slopeSecondMoment(q));
    q = sw2 * secondMoment(q);
  }
  // the next order of the recursion is ln l / l, about 1e-3 here
  expect(Math.abs(layers * q - qTimesL)).toBeLessThan(2e-3);
  expect(Math.abs((logGradient - logGradientHalfway) / Math.log(2) + gradExponent)).toBeLessThan(2e-3);
});

test('spectra of the Jacobian equal theory-reference.json (jacobianSpectrum)', () => {
  for (const { activation, q, varPerLayerGaussian, varPerLayerOrthogonal } of reference.jacobianSpectrum.values) {
    expectSame(spectrumVariancePerLayer(referenceActivations[activation] as Activation, q, false), varPerLayerGaussian);
    expectSame(spectrumVariancePerLayer(referenceActivations[activation] as Activation, q, true), varPerLayerOrthogonal);
  }
  for (const { L, value } of reference.jacobianSpectrum.linearGaussianMaxS2) expectSame(largestGaussianSquare(L), value);
});
