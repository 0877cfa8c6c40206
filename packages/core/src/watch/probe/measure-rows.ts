import type { Tensor } from '@tensorflow/tfjs';
import type { LayerMeasurement } from '../../measure/gradient-profile.ts';
import * as activations from '../../parts/activations/index.ts';
import { unitAxis } from '../unit-axis.ts';
import type { Gradients } from './backpropagate.ts';
import type { Steps } from './first-step.ts';
import type { PassRow, RowWeight } from './pass-row.ts';
import type { ParameterMeasurement, ProbedLayer } from './probe-report.ts';
import {
  correlationOf,
  countNumbers,
  finite,
  log10NormOf,
  momentsOf,
  type Numbers,
  type Slopes,
  slopesOf,
} from './read-numbers.ts';
import type { Scaled } from './scaled.ts';
import type { Seen } from './visit.ts';

/** What a pass brought home. */
export interface Brought {
  readonly gradients: Gradients;
  readonly steps: Steps;
}

/** A row of the report. */
export const measureRow = (row: PassRow, index: number, brought: Brought): ProbedLayer => {
  const { name, layer, at, activation, weights } = row;
  const shape = at[0]?.tensor.shape ?? [];
  const parameters = weights.map((weight) => measureParameter(weight, brought));
  const matrices = weights.filter(({ variable }) => variable.rank >= 2);
  const judged = matrices.length > 0 ? matrices : weights;
  return {
    index,
    name,
    className: layer?.getClassName() ?? 'tap',
    shape,
    activatedBy: row.activatedBy,
    activationName: activation?.name ?? null,
    isConnected: at.some(({ tensor }) => brought.gradients.has(tensor.id)),
    ...(weights.some(({ isTrainable }) => isTrainable) ? {} : { isFixed: true }),
    isFrozen: weights.length > 0 && weights.every(({ isTrainable }) => !isTrainable),
    ...measureSignal(at, brought.gradients),
    gradient: { log10Norm: normOf(gradientsOf(judged, brought)), sd: null },
    activation: measureActivation(row),
    weights: { gain: gainOf(row), log10Norm: normOf(judged.map(({ variable }) => numbersOf(variable))) },
    update: { log10Ratio: updateOf(judged, brought), sd: null },
    parameters,
  };
};

/** Size and counts of ∂loss/∂tensors; without a way to the loss all of it counts as exactly zero. */
export const measureSignal = (
  at: readonly Seen[],
  gradients: Gradients,
): Pick<LayerMeasurement, 'signal' | 'signalPerSeed' | 'counts'> => {
  const arriving = at.map(({ tensor }) => {
    const gradient = gradients.get(tensor.id);
    return gradient === undefined ? { values: new Float32Array(tensor.size), exponent: 0 } : readScaled(gradient);
  });
  const counts = countNumbers(arriving);
  const log10Rms = finite(log10NormOf(arriving) - Math.log10(counts.entries) / 2);
  return { signal: { log10Rms, sd: null }, signalPerSeed: [log10Rms], counts };
};

const valuesOf = (tensor: Tensor): Float32Array => tensor.dataSync() as Float32Array;

/** Zeros are zero at any scale. */
const readScaled = ({ tensor, exponent }: Scaled): Numbers => ({
  values: valuesOf(tensor),
  exponent: Number.isFinite(exponent) ? exponent : 0,
});

const numbersOf = (tensor: Tensor): Numbers => ({ values: valuesOf(tensor), exponent: 0 });

const normOf = (numbers: readonly Numbers[]): number | null => (numbers.length === 0 ? null : finite(log10NormOf(numbers)));

const gradientsOf = (weights: readonly RowWeight[], { gradients }: Brought): readonly Numbers[] =>
  weights.flatMap(({ variable }) => {
    const gradient = gradients.get(variable.id);
    return gradient === undefined ? [] : [readScaled(gradient)];
  });

const updateOf = (weights: readonly RowWeight[], { steps }: Brought): number | null => {
  const moved = weights.flatMap(({ variable }) => steps.get(variable.id) ?? []);
  if (moved.length === 0) return null;
  const weighed = weights.filter(({ variable }) => steps.has(variable.id)).map(({ variable }) => numbersOf(variable));
  return finite(log10NormOf(moved.map((values) => ({ values, exponent: 0 }))) - log10NormOf(weighed));
};

const measureParameter = (weight: RowWeight, brought: Brought): ParameterMeasurement => {
  const gradients = gradientsOf([weight], brought);
  return {
    name: weight.name,
    shape: weight.variable.shape,
    isTrainable: weight.isTrainable,
    log10Norm: normOf([numbersOf(weight.variable)]),
    log10GradientNorm: normOf(gradients),
    log10UpdateRatio: updateOf([weight], brought),
    counts: countNumbers(gradients.length > 0 ? gradients : [{ values: new Float32Array(weight.variable.size), exponent: 0 }]),
  };
};

/** Where nobody knows a slope, none is zero and none is flat. */
const unknownSlopes: Slopes = { slopeSecondMoment: null, saturated: 0, dead: 0 };

const measureActivation = (row: PassRow): LayerMeasurement['activation'] => {
  const { activation, at, layer } = row;
  const all = at.map(({ copy }) => valuesOf(copy));
  const z = all[0] ?? new Float32Array(0);
  const shape = at[0]?.copy.shape ?? [];
  // a tap is the pre-activation itself, and what becomes of it nobody has seen
  const y =
    layer === null && activation !== null
      ? [z.map((entry) => activation.value(entry))]
      : row.activated.map(({ copy }) => valuesOf(copy));
  const square = log10NormOf(all.map((values) => ({ values, exponent: 0 })));
  return {
    ...momentsOf(y),
    preActivationSecondMoment: finite(10 ** (2 * square) / all.reduce((sum, { length }) => sum + length, 0)),
    ...(activation === null
      ? unknownSlopes
      : activation === activations.linear
        ? linearSlopes
        : slopesOf(activation, z, unitAxis(row.layer, shape))),
    correlation: correlationOf(z, shape[0] ?? 1),
  };
};

const linearSlopes: Slopes = { slopeSecondMoment: 1, saturated: 0, dead: 0 };

/** fan_in · mean W² = ‖W‖² / units of the kernel; null where a layer has none, or several that act in turn. */
const gainOf = (row: PassRow): number | null => {
  const kernels = row.weights.filter(
    ({ name, variable }) => variable.rank >= 2 && (row.layer === null || /(^|\/)kernel(_\d+)?$/.test(name)),
  );
  if (kernels.length !== 1 || row.steps.length > 0) return null;
  const shape = row.at[0]?.tensor.shape ?? [];
  const { units } = unitAxis(row.layer, shape);
  return finite(10 ** (2 * log10NormOf(kernels.map(({ variable }) => numbersOf(variable)))) / units);
};
