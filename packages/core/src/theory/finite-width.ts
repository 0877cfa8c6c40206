import type { Activation } from '../parts/activations/activation.ts';
import { gaussianAverages } from './averages.ts';

/** Plain layers whose gradient is measured on several networks. */
export interface MeasuredNetworks {
  readonly activation: Activation;
  /** Length q of the pre-activations. */
  readonly q: number;
  readonly isOrthogonal: boolean;
  /** Layers the gradient passes through. */
  readonly layers: number;
  readonly width: number;
  /** Independent networks. */
  readonly networks: number;
}

/** What finite width does to X = ln(|d₀|²/|d_L|²), which is close to normal. **Unit** nats of the squared norm. */
export interface FiniteWidth {
  /** E X − Σ ln χ = −κL / (2n) */
  readonly meanShift: number;
  /** √(κL / n), of one network. */
  readonly sd: number;
  /** 3 √(κL / (nS)): how far the mean of S logs may lie from its expectation. */
  readonly toleranceOfMeanLog: number;
  /** √((e^{κL/n} − 1) / S): relative standard error of the mean of S ratios, whose expectation is ∏ χ itself. */
  readonly relativeErrorOfMeanRatio: number;
}

/**
 * κ = 3 μ₂/μ₁² − 1 for Gaussian weights, 3 (μ₂/μ₁² − 1) for orthogonal ones, μₖ = E φ′²ᵏ: what a layer of width n adds to
 * n · Var X. Exact for linear and relu; other units show 20 to 40 % more, because q fluctuates too.
 *
 * **Source** derived for this project; contains κ = 5 for relu, Hanin & Nica 2018, 1812.05994.
 */
export const fluctuationRate = (activation: Activation, q: number, isOrthogonal: boolean): number => {
  const { slopeSecondMoment, slopeFourthMoment } = gaussianAverages(activation);
  const kurtosis = slopeFourthMoment(q) / slopeSecondMoment(q) ** 2;
  return isOrthogonal ? 3 * (kurtosis - 1) : 3 * kurtosis - 1;
};

/** Bias and spread to be expected of networks of finite width, and the tolerances that follow. **Source** as `fluctuationRate`. */
export const finiteWidth = ({ activation, q, isOrthogonal, layers, width, networks }: MeasuredNetworks): FiniteWidth => {
  const variance = (fluctuationRate(activation, q, isOrthogonal) * layers) / width;
  return Object.freeze({
    meanShift: -variance / 2,
    sd: Math.sqrt(variance),
    toleranceOfMeanLog: 3 * Math.sqrt(variance / networks),
    relativeErrorOfMeanRatio: Math.sqrt(Math.expm1(variance) / networks),
  });
};
