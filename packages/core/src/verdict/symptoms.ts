import type { GradientProfile, LayerMeasurement } from '../measure/gradient-profile.ts';
import { mean, studentInterval } from '../numbers/statistics.ts';
import type { Prediction } from '../theory/prediction.ts';
import { rowNoun } from './words.ts';

/** What a verdict looks at: a handful of numbers boiled down from profile and prediction. */
export interface Symptoms {
  readonly depth: number;
  /** What a row is. */
  readonly noun: 'block' | 'step' | 'layer';
  readonly layers: readonly LayerMeasurement[];
  /** Those whose weights an optimizer could move. */
  readonly movable: readonly LayerMeasurement[];
  readonly first: LayerMeasurement;
  readonly last: LayerMeasurement;
  /** Decades between the last and the first layer, negative = vanishing; with the 95 % interval where there is one. */
  readonly decades: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** The same by theory. */
  readonly predictedDecades: number | null;
  /** Geometric means over the layers: E φ′² and σ_w², whose product is the factor of the squared gradient per layer. */
  readonly activationFactor: number;
  readonly weightFactor: number;
  /** NaN and ±∞ among the signal's entries, all layers. */
  readonly broken: number;
  /** Whether every weight is zero. */
  readonly hasZeroWeights: boolean;
  /** Share of exact zeros in the first layer's signal. */
  readonly zeroShare: number;
  readonly largestDead: LayerMeasurement;
  readonly largestSaturated: LayerMeasurement;
  readonly float32ZeroFrom: string | null;
}

/** Boils a profile down. */
export const observeSymptoms = (profile: GradientProfile, prediction: Prediction | null): Symptoms => {
  const { layers, float32ZeroFrom } = profile;
  const first = layers[0] as LayerMeasurement;
  const last = layers.at(-1) as LayerMeasurement;
  const predicted = prediction?.layers;
  return {
    depth: layers.length,
    noun: rowNoun(first.name),
    layers,
    movable: layers.filter(({ isFixed = false }) => !isFixed),
    first,
    last,
    decades: decadesBetween(first, last),
    predictedDecades: predicted === undefined ? null : (predicted[0]?.log10Rms ?? 0) - (predicted.at(-1)?.log10Rms ?? 0),
    activationFactor: geometricMean(layers.slice(0, -1).map(({ activation }) => activation.slopeSecondMoment)),
    weightFactor: geometricMean(layers.slice(1).map(({ weights }) => weights.gain)),
    broken: layers.reduce((sum, { counts }) => sum + counts.nan + counts.inf, 0),
    hasZeroWeights: layers.every(({ weights }) => weights.gain === 0),
    zeroShare: first.counts.zero / first.counts.entries,
    largestDead: largestBy(readable(layers), ({ activation }) => activation.dead) ?? first,
    largestSaturated: largestBy(readable(layers), ({ activation }) => activation.saturated) ?? first,
    float32ZeroFrom,
  };
};

/** Decades from the last layer to the first, network by network, with the interval of their mean. */
const decadesBetween = (first: LayerMeasurement, last: LayerMeasurement): Symptoms['decades'] => {
  if (first === last) return null;
  const changes = first.signalPerSeed.flatMap((start, network) => {
    const end = last.signalPerSeed[network] ?? null;
    return start === null || end === null ? [] : [start - end];
  });
  if (changes.length === 0) return null;
  const value = mean(changes);
  return changes.length === 1 ? { value, low: value, high: value } : { value, ...studentInterval(changes) };
};

/** NaN where a value is missing: such a network has no factor per layer. */
const geometricMean = (values: readonly (number | null)[]): number =>
  Math.exp(values.reduce<number>((sum, value) => sum + Math.log(value ?? Number.NaN), 0) / values.length);

/** The layers before the first overflow: behind it, shares of units mean nothing, and engines differ in what NaN becomes. */
const readable = (layers: readonly LayerMeasurement[]): readonly LayerMeasurement[] => {
  const overflow = layers.findIndex(({ activation }) => activation.preActivationSecondMoment === null);
  return overflow < 0 ? layers : layers.slice(0, overflow);
};

const largestBy = (
  layers: readonly LayerMeasurement[],
  size: (layer: LayerMeasurement) => number,
): LayerMeasurement | undefined =>
  layers.reduce<LayerMeasurement | undefined>(
    (largest, layer) => (largest !== undefined && size(layer) <= size(largest) ? largest : layer),
    undefined,
  );
