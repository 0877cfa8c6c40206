import { decadesTowardsInput } from '../../measure/decades-per-layer.ts';
import type { GradientProfile, LayerMeasurement } from '../../measure/gradient-profile.ts';
import { type Appraisal, appraise } from '../../verdict/appraise.ts';
import { inDecades, shortNumber } from '../../verdict/words.ts';
import type { ProbedChain } from './probe-report.ts';

/** Rows that follow each other, with what stands behind the last of them. */
export interface Followed {
  readonly recurrent: string | null;
  readonly layers: readonly LayerMeasurement[];
  readonly readout: LayerMeasurement | null;
  /** Name of φ, where all rows share it. */
  readonly activation: string | null;
}

/** A chain and what the judge says of it. */
export interface JudgedChain extends Appraisal {
  readonly followed: Followed;
  readonly chain: ProbedChain;
}

/** What the judge needs beyond the chains. */
export interface Optimized {
  readonly optimizer: { readonly name: string; readonly learningRate: number };
  readonly loss: number;
}

/** Every chain before the same judge as the laboratory's own networks, worst first; of equals the first, which is the longest. */
export const judgeChains = (chains: readonly Followed[], optimized: Optimized): readonly JudgedChain[] =>
  chains
    .map((followed) => judgeChain(followed, optimized))
    .sort((one, other) => one.diagnosis.precedence - other.diagnosis.precedence);

const judgeChain = (followed: Followed, { optimizer, loss }: Optimized): JudgedChain => {
  const measured = profileOf(followed, loss);
  const appraisal = appraise({
    measured,
    theory: null,
    theoryMissing: null,
    activation: { name: followed.activation ?? 'the activations' },
    story: isExplainedByFactors(measured.layers) ? null : (factor) => tellLargestStep(measured.layers, factor),
    optimizer,
    learningRate: optimizer.learningRate,
  });
  const { kind, headline } = appraisal.verdict;
  const rows = followed.layers.map(({ name }) => name);
  return { ...appraisal, followed, chain: { recurrent: followed.recurrent, rows, kind, headline } };
};

/** The profile of a chain. Layers of different sizes are compared by what an example receives as a whole. */
export const profileOf = ({ layers, readout }: Followed, loss: number | null): GradientProfile => {
  const compared = areAlike(layers) ? layers : layers.map(perExample);
  const numbered = compared.map((layer, index) => ({ ...layer, index }));
  return {
    layers: numbered,
    readout,
    decadesPerLayer: decadesTowardsInput(numbered),
    float32ZeroFrom:
      numbered.filter(({ counts: { zero, underflow, entries } }) => zero + underflow === entries).at(-1)?.name ?? null,
    spectrum: null,
    loss,
  };
};

/** Whether a chain compares gradients per entry, as the laboratory does, or per example. */
export const areAlike = (layers: readonly LayerMeasurement[]): boolean =>
  new Set(layers.map(({ counts }) => counts.entries)).size <= 1;

/** ‖∂loss/∂z‖ over all entries in place of their RMS: a gradient that spreads over more units is smaller in each and not lost. */
const perExample = (layer: LayerMeasurement): LayerMeasurement => {
  const level = (log10: number | null): number | null => (log10 === null ? null : log10 + Math.log10(layer.counts.entries) / 2);
  return {
    ...layer,
    signal: { ...layer.signal, log10Rms: level(layer.signal.log10Rms) },
    signalPerSeed: layer.signalPerSeed.map(level),
  };
};

/** Decades by which slope times weights may miss what was measured, per layer, and still be its explanation. */
const allowedPerLayer = 0.1;

/** Whether E φ′² of each row and σ_w² of the next account for what becomes of the gradient: skip paths, pools and norms would add to it. */
const isExplainedByFactors = (layers: readonly LayerMeasurement[]): boolean => {
  const [first, last] = [layers[0]?.signal.log10Rms ?? Number.NaN, layers.at(-1)?.signal.log10Rms ?? Number.NaN];
  const factors = layers
    .slice(1)
    .map(({ weights }, index) => (layers[index]?.activation.slopeSecondMoment ?? Number.NaN) * (weights.gain ?? Number.NaN));
  const expected = factors.reduce((sum, factor) => sum + Math.log10(factor) / 2, 0);
  return Math.abs(first - last - expected) < allowedPerLayer * Math.max(1, factors.length);
};

/** Where most of it happens. */
const tellLargestStep = (layers: readonly LayerMeasurement[], factor: number): string => {
  const steps = layers.slice(1).flatMap((layer, index) => {
    const before = layers[index] as LayerMeasurement;
    const [from, to] = [layer.signal.log10Rms, before.signal.log10Rms];
    return from === null || to === null ? [] : [{ name: before.name, from: layer.name, change: to - from }];
  });
  const sign = factor < 1 ? -1 : 1;
  const largest = steps.reduce<(typeof steps)[number] | undefined>(
    (most, step) => (most === undefined || sign * step.change > sign * most.change ? step : most),
    undefined,
  );
  if (largest === undefined || largest.change === 0) return '';
  const direction = largest.change < 0 ? 'loses' : 'gains';
  return `Most of it between ${largest.from} and ${largest.name}, where the gradient ${direction} ${inDecades(largest.change)} (× ${shortNumber(10 ** largest.change)}).`;
};
