import type { Blueprint } from '../parts/blueprint.ts';
import type { MeanFieldStep } from '../parts/layers/mean-field.ts';
import { gaussianAverages } from './averages.ts';
import { fixedPoint } from './fixed-point.ts';
import type { LayerPrediction, Prediction } from './prediction.ts';

/** Nats of a squared norm to decades of a norm. */
const decadesOfNorm = 1 / (2 * Math.LN10);

/**
 * Mean-field prediction of a blueprint: q, c and D walk forward through the stages, the product of gradient factors
 * walks back from the loss. **Source** Poole et al. 2016, 1606.05340; Schoenholz et al. 2017, 1611.01232.
 */
export const predict = (blueprint: Blueprint): Prediction => {
  const layers = hiddenFields(blueprint).map(layerOf);
  const { recursion, task } = blueprint;
  const start = recursion === null ? 0 : recursion.gain * task.inputSecondMoment + recursion.bias;
  const limit = recursion === null ? null : fixedPoint(recursion.activation, recursion, start);
  return Object.freeze({
    chi: limit?.chi1 ?? null,
    qStar: limit?.qStar ?? null,
    depthScale: limit?.gradientDepthScale ?? null,
    phase: limit?.phase ?? null,
    layers,
    caveat: finiteWidthCaveat(layers),
  });
};

/** Decades between the last and the first layer's gradient, towards the input: what `predict` says of them, and nothing else. */
export const predictDecades = (blueprint: Blueprint): number => {
  const fields = hiddenFields(blueprint);
  return ((fields[0]?.logSquare ?? 0) - (fields.at(-1)?.logSquare ?? 0)) * decadesOfNorm;
};

const hiddenFields = (blueprint: Blueprint): readonly Field[] =>
  walkBack(blueprint, walkForward(blueprint)).slice(0, blueprint.readout.length > 0 ? -1 : undefined);

const walkForward = ({ hidden, readout, task }: Blueprint): readonly MeanFieldStep[] => {
  let secondMoment = task.inputSecondMoment;
  let covariance = (): number => task.inputSecondMoment * task.inputCorrelation;
  return [...hidden, ...readout].map((stage) => {
    const step = stage.meanField({ secondMoment, covariance, averages: gaussianAverages });
    secondMoment = step.secondMoment;
    covariance = once(step.covariance);
    return step;
  });
};

const once = (compute: () => number): (() => number) => {
  let known: number | null = null;
  return () => {
    known ??= compute();
    return known;
  };
};

/** The mean field of a row, its correlation not yet asked for. */
type Field = NonNullable<MeanFieldStep['observation']> & {
  /** ln of the mean-square gradient. */
  readonly logSquare: number;
  readonly logVariance: number;
  /** σ_w² of the weights before it. */
  readonly gain: number;
};

/** The fields of the rows, first layer first: the mean-square gradient of the loss times the factors of all stages behind each. */
const walkBack = ({ loss, batch, rows }: Blueprint, steps: readonly MeanFieldStep[]): readonly Field[] => {
  const outputSecondMoment = steps.at(-1)?.secondMoment ?? 0;
  const outputs = rows.at(-1)?.units ?? 1;
  let logSquare = Math.log(loss.gradientSecondMoment({ outputSecondMoment, outputs, batch }));
  let logVariance = 0;
  const fields: Field[] = [];
  for (const step of [...steps].reverse()) {
    logSquare += Math.log(step.gradientFactor);
    logVariance += step.logVariance;
    const nearest = fields.at(-1);
    if (step.observation !== null) fields.push({ ...step.observation, logSquare, logVariance, gain: Number.NaN });
    else if (step.gain !== null && nearest !== undefined) fields[fields.length - 1] = { ...nearest, gain: step.gain };
  }
  return fields.reverse();
};

const layerOf = ({ row: index, logSquare, logVariance, correlation, q, slopeSecondMoment, gain }: Field): LayerPrediction => ({
  index,
  log10Rms: logSquare * decadesOfNorm,
  q,
  correlation: correlation(),
  slopeSecondMoment,
  gain,
  sd: Math.sqrt(Math.max(0, logVariance)) * decadesOfNorm,
});

/** What a network of this width does differently, where it shows. */
const finiteWidthCaveat = (layers: readonly LayerPrediction[]): string | null => {
  const spread = Math.max(0, ...layers.map(({ sd }) => sd));
  if (spread < 0.05) return null;
  return `theory is for infinite width: single networks of this width scatter by ±${spread.toFixed(2)} decades around it`;
};
