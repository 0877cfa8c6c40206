import type { Tensor } from '@tensorflow/tfjs';
import { meanOf, passBack } from './energies.ts';
import { type Energies, isMissing, type MeanField, type MeanFieldStep, type MissingTheory, signalOf } from './mean-field.ts';
import type { Flow, Pass, ScaledGradient, Stage } from './stage.ts';
import { stepOf } from './step-of.ts';

/** Stages in a row, as one. */
export const chain = (stages: readonly Stage[]): Stage => ({
  signature: stages.map(({ signature }) => signature).join(' '),
  numbers: stages.flatMap(({ numbers }) => numbers),
  isSpatial: true,
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
  const steps: MeanFieldStep[] = [];
  for (const stage of stages) {
    const step = stepOf(stage, field);
    if (isMissing(step)) return step;
    steps.push(step);
    field = { ...field, ...step.field };
  }
  const back = (energies: Energies): Energies => steps.reduceRight((behind, step) => passBack(step, behind), energies);
  return {
    field: signalOf(field),
    gradientFactor: meanOf(back([1])),
    spread: steps.some(({ spread }) => spread !== undefined) ? back : undefined,
    logVariance: steps.reduce((sum, { logVariance }) => sum + logVariance, 0),
    rows: steps.flatMap(({ rows }) => rows),
  };
};
