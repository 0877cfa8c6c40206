import type { Activation, GaussianAverages } from '../parts/activations/activation.ts';
import { type GaussianSample, gaussianSample, type Moments, momentsOf } from './gaussian-sample.ts';
import { type HermiteSeries, hermiteSeries } from './hermite-series.ts';
import { pairAverage } from './pair-average.ts';

/** Gaussian averages of an activation, none missing. */
export interface CompleteAverages extends GaussianAverages {
  /** V′(q) = E[z φ φ′] / √q, the slope of the length map; kinks do no harm. **Source** Gaussian integration by parts. */
  readonly secondMomentSlope: (q: number) => number;
}

/**
 * The averages V, D, M, E φ′⁴, C, K and V′ of an activation: closed forms where it brings them, quadrature elsewhere.
 *
 * **Range** q ≥ 0, −1 ≤ c ≤ 1; c is cut to that range, since recursions overstep it by a rounding error.
 * Accurate to about 1e-13 relative to E φ² or E φ′².
 */
export const gaussianAverages = (activation: Activation): CompleteAverages => {
  const known = memory.get(activation);
  if (known !== undefined) return known;
  const averages = { ...integrated(activation), ...activation.closedForms };
  const { covariance, slopeCovariance } = averages;
  const complete = Object.freeze({
    ...averages,
    covariance: (q: number, c: number) => covariance(q, cut(c)),
    slopeCovariance: (q: number, c: number) => slopeCovariance(q, cut(c)),
  });
  memory.set(activation, complete);
  return complete;
};

const memory = new WeakMap<Activation, CompleteAverages>();

const cut = (c: number): number => Math.max(-1, Math.min(1, c));

/** What is known of an activation at one q. */
interface Known {
  readonly moments: Moments;
  readonly valueSeries: HermiteSeries;
  readonly slopeSeries: HermiteSeries;
}

/** Below it φ is its tangents at zero to double precision, and smaller lengths follow by proportion. */
const smallestLength = 1e-32;

/** Every average by quadrature. */
const integrated = (activation: Activation): CompleteAverages => {
  const { value, slope, kinks } = activation;
  const at = remember((q) => knowledge(gaussianSample(activation, q)));
  const near = (q: number): Known => at(Math.max(q, smallestLength));
  const share = (q: number): number => (value(0) === 0 ? Math.min(1, q / smallestLength) : 1);
  const hasSeries = (c: number): boolean => kinks.length === 0 || Math.abs(c) < seriesReachWithKinks;
  const pair = (of: (u: number) => number, q: number, c: number): number =>
    pairAverage({ of, kinks }, Math.max(q, smallestLength), c);
  return {
    secondMoment: (q) => near(q).moments.secondMoment * share(q),
    slopeSecondMoment: (q) => near(q).moments.slopeSecondMoment,
    slopeFourthMoment: (q) => near(q).moments.slopeFourthMoment,
    mean: (q) => near(q).moments.mean * Math.sqrt(share(q)),
    secondMomentSlope: (q) => lengthSlope(activation, q, (length) => near(length).moments),
    covariance: (q, c) => {
      if (c === 1) return gaussianAverages(activation).secondMoment(q);
      return ((hasSeries(c) ? near(q).valueSeries.at(c) : null) ?? pair(value, q, c)) * share(q);
    },
    slopeCovariance: (q, c) => {
      if (c === 1) return gaussianAverages(activation).slopeSecondMoment(q);
      return (hasSeries(c) ? near(q).slopeSeries.at(c) : null) ?? pair(slope, q, c);
    },
  };
};

/** The coefficients of a kinked unit fall too slowly for a series nearer to c = ±1. */
const seriesReachWithKinks = 0.9;

const lengthSlope = ({ value, isScaleInvariant }: Activation, q: number, moments: (q: number) => Moments): number => {
  if (isScaleInvariant) return moments(1).secondMoment;
  // where φ(0) ≠ 0 rounding grows like 1e-16/√q; where φ(0) = 0 the quotient keeps its digits
  const length = Math.max(q, value(0) === 0 ? smallestLength : 1e-10);
  return moments(length).lean / Math.sqrt(length);
};

const knowledge = (sample: GaussianSample): Known => {
  const { nodes, weights, values, slopes } = sample;
  let [valueSeries, slopeSeries]: (HermiteSeries | undefined)[] = [];
  return {
    moments: momentsOf(sample),
    get valueSeries() {
      valueSeries ??= hermiteSeries(nodes, weights, values);
      return valueSeries;
    },
    get slopeSeries() {
      slopeSeries ??= hermiteSeries(nodes, weights, slopes);
      return slopeSeries;
    },
  };
};

/** How many q are remembered per activation: a recursion that has settled asks for the same q again and again. */
const remembered = 32;

const remember = <Value>(of: (q: number) => Value): ((q: number) => Value) => {
  const results = new Map<number, Value>();
  return (q) => {
    const result = results.get(q) ?? of(q);
    results.delete(q);
    results.set(q, result);
    if (results.size > remembered) results.delete(results.keys().next().value as number);
    return result;
  };
};
