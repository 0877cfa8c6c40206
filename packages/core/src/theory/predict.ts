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
  const steps = walkForward(blueprint);
  const layers = walkBack(blueprint, steps).slice(0, blueprint.readout.length > 0 ? -1 : undefined);
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

const walkForward = ({ hidden, readout, task }: Blueprint): readonly MeanFieldStep[] => {
  let secondMoment = task.inputSecondMoment;
  let covariance = task.inputSecondMoment * task.inputCorrelation;
  return [...hidden, ...readout].map((stage) => {
    const step = stage.meanField({ secondMoment, covariance, averages: gaussianAverages });
    ({ secondMoment, covariance } = step);
    return step;
  });
};

/** The signal of each row: the mean-square gradient of the loss times the factors of all stages behind it. */
const walkBack = ({ loss, batch, rows }: Blueprint, steps: readonly MeanFieldStep[]): readonly LayerPrediction[] => {
  const outputSecondMoment = steps.at(-1)?.secondMoment ?? 0;
  const outputs = rows.at(-1)?.units ?? 1;
  let logSquare = Math.log(loss.gradientSecondMoment({ outputSecondMoment, outputs, batch }));
  let logVariance = 0;
  const layers: LayerPrediction[] = [];
  for (const step of [...steps].reverse()) {
    logSquare += Math.log(step.gradientFactor);
    logVariance += step.logVariance;
    if (step.observation !== null) {
      const { row: index, q, correlation, slopeSecondMoment } = step.observation;
      const sd = Math.sqrt(Math.max(0, logVariance)) * decadesOfNorm;
      layers.unshift({ index, log10Rms: logSquare * decadesOfNorm, q, correlation, slopeSecondMoment, gain: Number.NaN, sd });
    } else if (step.gain !== null && layers[0] !== undefined) {
      layers[0] = { ...layers[0], gain: step.gain };
    }
  }
  return layers;
};

/** What a network of this width does differently, where it shows. */
const finiteWidthCaveat = (layers: readonly LayerPrediction[]): string | null => {
  const spread = Math.max(0, ...layers.map(({ sd }) => sd));
  if (spread < 0.05) return null;
  return `theory is for infinite width: single networks of this width scatter by ±${spread.toFixed(2)} decades around it`;
};
