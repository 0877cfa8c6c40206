import { logSumExp, mean, summarise } from '../numbers/statistics.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import type { Quantity } from '../parts/layers/stage.ts';
import type { Counts, LayerMeasurement } from './gradient-profile.ts';
import { readPaths } from './read-paths.ts';
import { activatedPerNetwork, entriesPerNetwork, examplesAt, type Reading, toDecades } from './reading.ts';

/** One row of the report: what its stages observed, averaged over networks. */
export const readLayer = (blueprint: Blueprint, reading: Reading, index: number): LayerMeasurement => {
  const all = (quantity: Quantity): readonly (readonly number[])[] => reading.rows[index]?.[quantity] ?? [];
  const first = (quantity: Quantity): readonly number[] => all(quantity)[0] ?? [];
  const signalPerSeed = first('logSignal').map(toDecades);
  const signal = summarise(signalPerSeed);
  const gradient = summarise(sumInLogs(all('logGradientNorm')).map(toDecades));
  const update = summarise(updateRatios(blueprint, all));
  const paths = readPaths(blueprint, reading.rows[index] ?? {}, index);
  return {
    index,
    name: blueprint.rows[index]?.name ?? '',
    signal: { log10Rms: signal.mean, sd: signal.sd },
    gradient: { log10Norm: gradient.mean, sd: gradient.sd },
    activation: readActivation(blueprint, all, index),
    weights: {
      // fan_in · mean W² = ‖W‖² / fan_out, of the first matrix of the row
      gain: finiteMean(first('logWeightNorm').map((nats) => Math.exp(2 * nats) / (blueprint.rows[index]?.units ?? Number.NaN))),
      log10Norm: summarise(sumInLogs(all('logWeightNorm')).map(toDecades)).mean,
    },
    update: { log10Ratio: update.mean, sd: update.sd },
    counts: readCounts(blueprint, first, index),
    signalPerSeed,
    ...(paths.length === 0 ? {} : { paths }),
  };
};

/** ln √(Σ e^{2x}) per network: several matrices of one row as one. */
const sumInLogs = (lists: readonly (readonly number[])[]): readonly number[] => {
  const [only, ...others] = lists;
  if (only === undefined) return [];
  if (others.length === 0) return only;
  return only.map((_, network) => logSumExp(lists.map((list) => 2 * (list[network] ?? Number.NaN))) / 2);
};

/** log₁₀ |Δw| / |w| of the first step, per network. */
const updateRatios = (
  { learningRate }: Blueprint,
  all: (quantity: Quantity) => readonly (readonly number[])[],
): (number | null)[] => {
  const steps = all('logStepNorm');
  const weights = sumInLogs(all('logWeightNorm'));
  const moved = sumInLogs(steps.length > 0 ? steps : all('logGradientNorm'));
  return moved.map((step, network) => toDecades(step + Math.log(learningRate) - (weights[network] ?? Number.NaN)));
};

/** The mean over networks; null where one of them overflowed. */
const finiteMean = (values: readonly number[]): number | null => {
  const average = mean(values);
  return Number.isFinite(average) ? average : null;
};

const readActivation = (
  blueprint: Blueprint,
  all: (quantity: Quantity) => readonly (readonly number[])[],
  index: number,
): LayerMeasurement['activation'] => {
  const activated = activatedPerNetwork(blueprint, index);
  const perEntry = (quantity: Quantity): readonly number[] => (all(quantity)[0] ?? []).map((sum) => sum / activated);
  const meanSquare = (quantity: Quantity, entries: number): readonly number[] =>
    (all(quantity)[0] ?? []).map((nats) => Math.exp(2 * nats - Math.log(entries)));
  const means = perEntry('sum');
  const saturated = perEntry('saturated');
  return {
    mean: finiteMean(means),
    variance: finiteMean(
      meanSquare('logNorm', activated).map((square, network) => Math.max(0, square - (means[network] ?? 0) ** 2)),
    ),
    preActivationSecondMoment: finiteMean(meanSquare('logPreActivationNorm', entriesPerNetwork(blueprint, index))),
    slopeSecondMoment: finiteMean(perEntry('slopeSquares')),
    saturated: saturated.length === 0 ? 0 : mean(saturated),
    dead: mean(perEntry('dead')) * examplesAt(blueprint, index),
    correlation: summarise(correlations(all('pairProduct'), all('pairNorms'))).mean,
  };
};

/** Σ z₁·z₂ / √(Σ z₁² Σ z₂²) per network; null where all are zero. */
const correlations = (
  [products = []]: readonly (readonly number[])[],
  [first = [], second = []]: readonly (readonly number[])[],
): (number | null)[] =>
  products.map((product, network) => {
    const correlation = product / ((first[network] ?? 0) * (second[network] ?? 0));
    return Number.isFinite(correlation) ? Math.min(correlation, 1) : null;
  });

/**
 * The counts of all networks. A scale of exactly zero makes every entry zero, whatever the scaled tensor holds; what a
 * quick pass did not count, it had no reason to.
 */
const readCounts = (blueprint: Blueprint, first: (quantity: Quantity) => readonly number[], index: number): Counts => {
  const perNetwork = entriesPerNetwork(blueprint, index);
  const isZero = first('logSignal').map((nats) => nats === Number.NEGATIVE_INFINITY);
  const zeros = first('zero').map((count, network) => (isZero[network] ? perNetwork : count));
  const below = first('belowFloat32').map((count, network) => (isZero[network] ? perNetwork : count));
  const total = (list: readonly number[]): number => list.reduce((sum, count) => sum + count, 0);
  return {
    entries: perNetwork * isZero.length,
    nan: total(first('notANumber')),
    inf: total(first('infinite')),
    zero: total(zeros),
    underflow: below.length === 0 ? 0 : total(below) - total(zeros),
  };
};
