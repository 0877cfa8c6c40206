import type { Blueprint, Recursion } from '../parts/blueprint.ts';
import { meanOf, passBack } from '../parts/layers/energies.ts';
import {
  after,
  type Energies,
  type Field,
  isMissing,
  type MeanFieldStep,
  type MissingTheory,
  type PathPairs,
  type PathsBack,
  type RowFindings,
} from '../parts/layers/mean-field.ts';
import { once } from '../parts/layers/once.ts';
import { stepOf } from '../parts/layers/step-of.ts';
import { targetSecondMoment } from '../parts/tasks/answers.ts';
import { inputMomentsOf } from '../parts/tasks/task.ts';
import { gaussianAverages } from './averages.ts';
import { type FixedPoint, fixedPoint } from './fixed-point.ts';
import { predictPaths } from './predict-paths.ts';
import type { LayerPrediction, Prediction } from './prediction.ts';

/** Nats of a squared norm to decades of a norm. */
const decadesOfNorm = 1 / (2 * Math.LN10);

/**
 * Mean-field prediction of a blueprint: q, c and D walk forward through the stages, the product of gradient factors
 * walks back from the loss. Null where there is no theory: `missingTheory` says what for.
 * **Source** Poole et al. 2016, 1606.05340; Schoenholz et al. 2017, 1611.01232.
 */
export const predict = (blueprint: Blueprint): Prediction | null => {
  const steps = walkForward(blueprint);
  if (isMissing(steps)) return null;
  const findings = findingsByRow(steps);
  const layers = hiddenFields(blueprint, steps).map((field) => layerOf(field, findings.get(field.row) ?? []));
  const { task, form } = blueprint;
  const limit = predictLimit(blueprint);
  return Object.freeze({
    chi: limit?.chi1 ?? null,
    qStar: limit?.qStar ?? null,
    depthScale: limit?.gradientDepthScale ?? null,
    phase: limit?.phase ?? null,
    layers,
    caveat: caveatOf(steps, layers, inputMomentsOf(task, form).isUneven),
  });
};

/** Where the hidden layers settle. Inputs that come anew with every row add to the biases; others only start the recursion. */
const limitOf = ({ activation, gain, bias, input }: Recursion, inputSecondMoment: number): FixedPoint => {
  const fresh = bias + (input ?? 0) * inputSecondMoment;
  return fixedPoint(activation, { gain, bias: fresh }, input === undefined ? gain * inputSecondMoment + bias : fresh);
};

/** What there is no theory for, in words: `an activation of a sum that is not Gaussian`; null where there is one. */
export const missingTheory = (blueprint: Blueprint): string | null => {
  const steps = walkForward(blueprint);
  return isMissing(steps) ? steps.missing : null;
};

/** log₁₀ RMS of ∂loss/∂z of every hidden layer: what `predict` says of them, and nothing else; null where there is no theory. */
export const predictSignal = (blueprint: Blueprint): readonly number[] | null => {
  const steps = walkForward(blueprint);
  return isMissing(steps) ? null : hiddenFields(blueprint, steps).map(({ logSquare }) => logSquare * decadesOfNorm);
};

/** Decades between the last and the first layer's gradient, towards the input; NaN where there is no theory. */
export const predictDecades = (blueprint: Blueprint): number => {
  const signal = predictSignal(blueprint);
  return signal === null ? Number.NaN : (signal[0] ?? 0) - (signal.at(-1) ?? 0);
};

/** Where the recursion of the hidden layers settles; null where they do not repeat one. */
export const predictLimit = ({ recursion, task, form }: Blueprint): FixedPoint | null =>
  recursion === null ? null : limitOf(recursion, inputMomentsOf(task, form).secondMoment);

const hiddenFields = (blueprint: Blueprint, steps: readonly MeanFieldStep[]): readonly RowField[] =>
  walkBack(blueprint, steps).slice(0, blueprint.readout.length > 0 ? -1 : undefined);

const findingsByRow = (steps: readonly MeanFieldStep[]): ReadonlyMap<number, readonly RowFindings[]> => {
  const findings = new Map<number, RowFindings[]>();
  for (const finding of steps.flatMap(({ rows }) => rows)) {
    const own = findings.get(finding.row) ?? [];
    own.push(finding);
    findings.set(finding.row, own);
  }
  return findings;
};

const layerOf = (
  { row: index, logSquare, logVariance, correlation, q }: RowField,
  findings: readonly RowFindings[],
): LayerPrediction => {
  const first = (part: 'slopeSecondMoment' | 'gain'): number | null =>
    findings.find((finding) => finding[part] !== undefined)?.[part] ?? null;
  const paths = predictPaths(findings);
  return {
    index,
    log10Rms: logSquare * decadesOfNorm,
    q,
    correlation: correlation(),
    slopeSecondMoment: first('slopeSecondMoment'),
    gain: first('gain'),
    sd: Math.sqrt(Math.max(0, logVariance)) * decadesOfNorm,
    ...(paths.length === 0 ? {} : { paths }),
  };
};

const walkForward = ({ hidden, readout, task, form, batch }: Blueprint): readonly MeanFieldStep[] | MissingTheory => {
  const { secondMoment, correlation, isUneven } = inputMomentsOf(task, form);
  let field: Field = {
    secondMoment,
    mean: 0,
    covariance: () => secondMoment * correlation,
    isGaussian: true,
    areInputsUneven: isUneven,
  };
  const steps: MeanFieldStep[] = [];
  for (const stage of [...hidden, ...readout]) {
    const step = stepOf(stage, { ...field, averages: gaussianAverages, batch });
    if (isMissing(step)) return step;
    field = { ...after(field, step), covariance: once(step.field.covariance) };
    steps.push(step);
  }
  return steps;
};

/** The mean field of a row, its correlation not yet asked for. */
interface RowField {
  readonly row: number;
  readonly q: number;
  readonly correlation: () => number;
  /** ln of the mean-square gradient. */
  readonly logSquare: number;
  readonly logVariance: number;
}

/** The fields of the rows, first layer first: the mean-square gradient of the loss times the factors of all stages behind each. */
const walkBack = ({ loss, batch, rows, task }: Blueprint, steps: readonly MeanFieldStep[]): readonly RowField[] => {
  const outputSecondMoment = steps.at(-1)?.field.secondMoment ?? 0;
  const outputs = rows.at(-1)?.units ?? 1;
  let logSquare = Math.log(
    loss.gradientSecondMoment({ outputSecondMoment, outputs, batch, targetSecondMoment: targetSecondMoment(task.answers) }),
  );
  let logVariance = 0;
  // relative to their mean, which is the square's
  let energies: Energies = [1];
  const fields: RowField[] = [];
  let paths: PathPairs | null = null;
  for (const step of [...steps].reverse()) {
    const back: PathsBack | null = step.pullback?.(paths) ?? null;
    paths = back?.paths ?? null;
    if (back === null) {
      const before = passBack(step, energies);
      const mean = meanOf(before);
      energies = mean > 0 ? before.map((energy) => energy / mean) : [1];
      logSquare += Math.log(mean);
    } else {
      logSquare += Math.log(back.gradientFactor);
    }
    logVariance += step.logVariance;
    for (const { row, station } of step.rows) if (station !== undefined) fields.push({ row, ...station, logSquare, logVariance });
  }
  return fields.reverse();
};

/** What theory leaves out, each thing once. */
const caveatOf = (steps: readonly MeanFieldStep[], layers: readonly LayerPrediction[], isUneven: boolean): string | null => {
  const ofInputs = isUneven ? 'theory takes inputs as independent and of one size, which those of this task are not' : null;
  const all = [...new Set([ofInputs, ...steps.map(({ caveat }) => caveat ?? null), finiteWidthCaveat(layers)])];
  return all.filter((caveat) => caveat !== null).join('; ') || null;
};

/** What a network of this width does differently, where it shows. */
const finiteWidthCaveat = (layers: readonly LayerPrediction[]): string | null => {
  const spread = Math.max(0, ...layers.map(({ sd }) => sd));
  if (spread < 0.05) return null;
  return `theory is for infinite width: single networks of this width scatter by ±${spread.toFixed(2)} decades around it`;
};
