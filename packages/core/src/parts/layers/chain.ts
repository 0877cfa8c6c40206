import type { Tensor } from '@tensorflow/tfjs';
import type { MeanField, MeanFieldStep, RowFindings } from './mean-field.ts';
import { isMissing, type MissingTheory } from './mean-field.ts';
import type { Flow, Pass, ScaledGradient, Stage } from './stage.ts';

/** Stages in a row, as one. */
export const chain = (stages: readonly Stage[]): Stage => ({
  signature: stages.map(({ signature }) => signature).join(' '),
  numbers: stages.flatMap(({ numbers }) => numbers),
  forward: (pass, input, numbers) => runForward(stages, pass, input, numbers),
  meanField: (field) => meanFieldThrough(stages, field),
});

const runForward = (stages: readonly Stage[], pass: Pass, input: Tensor, numbers: readonly Tensor[]): Flow => {
  const pullbacks: Flow['pullback'][] = [];
  let output = input;
  let used = 0;
  for (const stage of stages) {
    const flow = stage.forward(pass, output, numbers.slice(used, used + stage.numbers.length));
    used += stage.numbers.length;
    output = flow.output;
    pullbacks.push(flow.pullback);
  }
  const pullback = (gradient: ScaledGradient): ScaledGradient =>
    pullbacks.reduceRight((back, through) => through(back), gradient);
  return { output, pullback };
};

/** What the stages do together: factors multiply, what they scatter adds up. Stations inside would lose their place. */
const meanFieldThrough = (stages: readonly Stage[], start: MeanField): MeanFieldStep | MissingTheory => {
  let field = start;
  let gradientFactor = 1;
  let logVariance = 0;
  const rows: RowFindings[] = [];
  for (const stage of stages) {
    const step = stage.meanField(field);
    if (isMissing(step)) return step;
    gradientFactor *= step.gradientFactor;
    logVariance += step.logVariance;
    rows.push(...step.rows);
    field = { ...field, ...step.field };
  }
  const { secondMoment, mean, covariance, isGaussian } = field;
  return { field: { secondMoment, mean, covariance, isGaussian }, gradientFactor, logVariance, rows };
};
