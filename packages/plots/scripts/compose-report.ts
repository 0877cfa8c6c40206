import type { Choice, Counts, LayerMeasurement, PathMeasurement, PathPrediction, Report, VerdictKind } from '@vanish/core';
import { defaultExperiment } from '@vanish/core';

/** A network described by its laws, from which a report of the right shape is composed. Layers are counted from 1. */
export interface Law {
  readonly query: string;
  readonly activation: string;
  readonly depth: number;
  readonly seeds: number;
  /** log₁₀ RMS of the signal at a layer. */
  readonly signal: (layer: number) => number;
  /** Prediction of the same; null where there is no theory. */
  readonly theory: ((layer: number) => number) | null;
  /** Standard deviation of a network's signal per square root of the layers behind it. */
  readonly spread: number;
  /** What happens to the entries of the signal at a layer in one network; `fine` where it is left out. */
  readonly fate?: (layer: number, network: number) => 'fine' | 'zero' | 'nan' | 'inf';
  /** E z² at a layer. */
  readonly length: (layer: number) => number;
  readonly saturated?: (layer: number) => number;
  readonly dead?: (layer: number) => number;
  readonly verdict: { readonly kind: VerdictKind; readonly headline: string; readonly cause: string };
  readonly advice: readonly { readonly query: string; readonly why: string; readonly expected: string }[];
  readonly singularValues?: readonly (readonly number[])[];
  /** What its rows are called; `dense` when left out. */
  readonly row?: string;
  /** The branches at a layer and the skip paths around them. */
  readonly paths?: (layer: number) => readonly PathLaw[];
}

/** A branch: log₁₀ RMS of what it adds (−∞: nothing) and of what is carried past it, and its share of the squared gradient. */
interface PathLaw {
  readonly name: string;
  readonly added: number;
  readonly carried: number;
  readonly share: number;
}

const width = 64;
const batch = 64;

/** A report of a network that follows a law: for the corners that no real run reaches on demand. */
export const composeReport = (law: Law): Report => {
  const layers = Array.from({ length: law.depth }, (_, index) => composeLayer(law, index + 1));
  return {
    version: 1,
    kind: 'network',
    query: law.query,
    engine: 'tensorflow',
    experiment: experimentOf(law),
    measured: {
      layers,
      readout: null,
      decadesPerLayer: slopeOf(layers),
      float32ZeroFrom: layers.filter(({ counts }) => counts.zero + counts.underflow === counts.entries).at(-1)?.name ?? null,
      spectrum: law.singularValues === undefined ? null : { singularValues: law.singularValues, relativeVariance: 1 },
      loss: 2.31,
    },
    theory: theoryOf(law),
    theoryMissing: null,
    verdict: { ...law.verdict, signal: '', update: '', evidence: [], advice: law.advice },
    timings: { loadMs: 0, measureMs: 0, predictMs: 0 },
  };
};

const composeLayer = (law: Law, layer: number): LayerMeasurement => {
  const { depth, seeds, spread } = law;
  const fates = Array.from({ length: seeds }, (_, network) => law.fate?.(layer, network) ?? 'fine');
  const signalPerSeed = fates.map((fate, network) =>
    fate === 'fine' ? round(law.signal(layer) + spread * noise(network + 1, depth - layer + 1)) : null,
  );
  const { mean, sd } = statistics(signalPerSeed.filter((value) => value !== null));
  const size = mean === null ? null : round(mean + Math.log10(width));
  const ratio = size === null ? null : round(size - 2.5);
  const length = law.length(layer);
  return {
    index: layer - 1,
    name: `${law.row ?? 'dense'} ${layer}`,
    signal: { log10Rms: mean, sd },
    gradient: { log10Norm: size, sd },
    activation: {
      mean: 0,
      variance: round(length / (1 + length)),
      preActivationSecondMoment: length,
      slopeSecondMoment: 0.5,
      saturated: law.saturated?.(layer) ?? 0,
      dead: law.dead?.(layer) ?? 0,
      correlation: 0.5,
    },
    weights: { gain: 1, log10Norm: 0.9 },
    update: { log10Ratio: ratio, sd },
    counts: countsOf(fates, law.signal(layer)),
    signalPerSeed,
    ...(law.paths === undefined ? {} : { paths: law.paths(layer).map((path) => pathOf(path, mean)) }),
  };
};

const pathOf = ({ name, added, carried, share }: PathLaw, signal: number | null): PathMeasurement => ({
  name,
  forward: { branch: sizeOf(added), skip: sizeOf(carried), branchShare: shareOf(added, carried) },
  backward: {
    branch: sizeOf((signal ?? Number.NaN) + Math.log10(share) / 2),
    skip: sizeOf((signal ?? Number.NaN) + Math.log10(1 - share) / 2),
    branchShare: signal === null ? null : share,
  },
});

const sizeOf = (log10: number): { log10Rms: number | null; sd: number | null } =>
  Number.isFinite(log10) ? { log10Rms: round(log10), sd: 0.01 } : { log10Rms: null, sd: null };

const shareOf = (added: number, carried: number): number => round(1 / (1 + 100 ** (carried - added)));

const countsOf = (fates: readonly string[], signal: number): Counts => {
  const entriesOf = (name: string): number => fates.filter((fate) => fate === name).length * batch * width;
  const underflow = signal < -46 ? entriesOf('fine') : 0;
  return {
    entries: fates.length * batch * width,
    nan: entriesOf('nan'),
    inf: entriesOf('inf'),
    zero: entriesOf('zero'),
    underflow,
  };
};

/** A random walk with unit steps, the same for the same network: a network's own course around the mean. */
const noise = (network: number, steps: number): number => {
  let state = (network * 2654435761) >>> 0;
  let sum = 0;
  for (let step = 0; step < steps; step += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    sum += (state / 2 ** 32 - 0.5) * Math.sqrt(12);
  }
  return sum;
};

const statistics = (values: readonly number[]): { mean: number | null; sd: number | null } => {
  if (values.length === 0) return { mean: null, sd: null };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean: round(mean), sd: values.length < 2 ? null : round(Math.sqrt(squares / (values.length - 1))) };
};

const slopeOf = (layers: readonly LayerMeasurement[]): Report['measured']['decadesPerLayer'] => {
  const present = layers.flatMap(({ index, signal: { log10Rms, sd } }) =>
    log10Rms === null ? [] : [{ index, log10Rms, sd: sd ?? 0 }],
  );
  const [first, last] = [present[0], present.at(-1)];
  if (first === undefined || last === undefined || first === last) return { value: null, low: null, high: null };
  const span = last.index - first.index;
  const value = (first.log10Rms - last.log10Rms) / span;
  const margin = (2 * first.sd) / span / Math.sqrt(8);
  return { value: round(value), low: round(value - margin), high: round(value + margin) };
};

const theoryOf = ({ theory, depth, length, paths }: Law): Report['theory'] => {
  if (theory === null) return null;
  const layers = Array.from({ length: depth }, (_, index) => ({
    index,
    log10Rms: round(theory(index + 1)),
    q: length(index + 1),
    correlation: 0.5,
    slopeSecondMoment: 0.5,
    gain: 1,
    sd: 0.05,
    ...(paths === undefined ? {} : { paths: paths(index + 1).map(predictionOf) }),
  }));
  return { chi: 1, qStar: null, depthScale: null, phase: null, layers, caveat: null };
};

const predictionOf = ({ added, carried, share }: PathLaw): PathPrediction => ({
  forward: { branch: added, skip: carried, branchShare: shareOf(added, carried) },
  backward: { branchShare: share },
});

const experimentOf = ({ activation, depth, seeds, singularValues }: Law): Report['experiment'] => ({
  ...defaultExperiment,
  depth,
  width,
  activation: named(activation),
  batch,
  seeds,
  seed: 1,
  spectrum: singularValues !== undefined,
});

const named = (name: string): Choice => ({ name, parameter: null });

const round = (value: number): number => Number(value.toFixed(4));
