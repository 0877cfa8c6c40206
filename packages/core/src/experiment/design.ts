import * as activations from '../parts/activations/index.ts';
import * as architectures from '../parts/architectures/index.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import * as initializers from '../parts/initializers/index.ts';
import * as losses from '../parts/losses/index.ts';
import * as norms from '../parts/norms/index.ts';
import * as optimizers from '../parts/optimizers/index.ts';
import * as skips from '../parts/skips/index.ts';
import * as tasks from '../parts/tasks/index.ts';
import type { Choice, Variant, VariantParameter } from '../parts/variant.ts';
import type { Experiment } from './experiment.ts';

/** Turns the names of an experiment into records: the blueprint that measurement and theory both read. */
export const design = (experiment: Experiment): Blueprint => {
  const loss = take(losses, experiment.loss);
  const task = take(tasks, experiment.task);
  const optimizer = take(optimizers, experiment.optimizer);
  const { depth, width, gain, bias, batch, seeds, seed } = experiment;
  const built = take(architectures, experiment.net).build({
    depth,
    width,
    features: width,
    outputs: loss.hasReadout ? task.classes : null,
    activation: take(activations, experiment.activation),
    initializer: take(initializers, experiment.init),
    gain,
    bias,
    norm: take(norms, experiment.norm),
    skip: take(skips, experiment.skip),
  });
  return Object.freeze({
    ...built,
    features: width,
    batch,
    seeds,
    firstSeed: seed,
    task,
    loss,
    optimizer,
    learningRate: experiment.lr ?? optimizer.defaultLearningRate,
  });
};

type Chosen<Made> = Variant & { readonly parameter?: VariantParameter<Made> };

/** The record a choice names. The experiment was checked when it was parsed, so a missing name is our own mistake. */
const take = <Made extends Chosen<Made>>(shelf: Readonly<Record<string, Made>>, { name, parameter }: Choice): Made => {
  const found = Object.values(shelf).find((variant) => variant.name === name);
  if (found === undefined) throw new Error(`no variant "${name}" on the shelf of ${Object.keys(shelf).join(', ')}`);
  return parameter === null || found.parameter === undefined ? found : found.parameter.with(parameter);
};
