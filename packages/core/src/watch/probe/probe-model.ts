import type { LayersModel, Optimizer, Tensor } from '@tensorflow/tfjs';
import { type ForeignWeight, layersOf, type NamedLayer, variablesOf } from '../foreign-layer.ts';
import { loadTensorFlow } from '../load-tensorflow.ts';
import { findTraps } from '../traps/find-traps.ts';
import { WatchError } from '../watch-error.ts';
import { leavingAsBefore } from './as-before.ts';
import { type Batch, inputsFor, targetsFor } from './check-batch.ts';
import { type ForeignLosses, lossesOf, totalLoss } from './losses-of.ts';
import type { ProbeReport } from './probe-report.ts';
import { runPass } from './run-pass.ts';
import { whileTapped } from './tap-layers.ts';
import { writeReport } from './write-report.ts';

/** What a model is probed with. */
export interface ProbeOptions {
  /** A batch, as `fit` would take it. */
  readonly inputs: Batch;
  readonly targets: Batch;
  /** As `compile` takes it; what the model was compiled with when left out. */
  readonly loss?: ForeignLosses;
  /** Whose first step is reported; what the model was compiled with when left out, or else plain `sgd` at 0.01. */
  readonly optimizer?: Optimizer;
  /** Whether layers behave as in training (dropout drops, norms take the batch's statistics); yes when left out. */
  readonly training?: boolean;
}

/** Probes a model of layers. Everything is computed before this returns; the model is as it was. */
export const probeModel = (model: LayersModel, options: ProbeOptions): ProbeReport => {
  const tf = loadTensorFlow();
  const layers = layersOf(model);
  mustHaveWeights(model, layers);
  const inputs = inputsFor(model, options.inputs);
  const targets = targetsFor(model, options.targets, inputs[0]?.shape[0] ?? 0);
  const losses = lossesOf(tf, model, options.loss);
  const { training = true } = options;
  return leavingAsBefore(tf, layers, () =>
    runPass(
      tf,
      {
        forward: (visits) =>
          whileTapped(tf, layers, visits, () => totalLoss(tf, model, losses, targets, predict(model, inputs, training))),
        variables: variablesOf(layers),
        optimizer: options.optimizer ?? compiledWith(model),
        complete: (rows) => rows,
      },
      (passed) => writeReport(tf, model.name, passed, findTraps(layers, passed, losses)),
    ),
  );
};

/** Predictions in the order of the outputs. */
const predict = (model: LayersModel, inputs: readonly Tensor[], training: boolean): readonly Tensor[] => {
  const predictions = model.call([...inputs], { training });
  return Array.isArray(predictions) ? predictions : [predictions];
};

/** Undefined before a model is compiled. */
const compiledWith = (model: LayersModel): Optimizer | undefined => model.optimizer as Optimizer | undefined;

const mustHaveWeights = (model: LayersModel, layers: readonly NamedLayer[]): void => {
  const weights = layers.flatMap(({ name, layer }) => layer.weights.map((weight) => ({ name, layer, weight })));
  if (weights.length === 0)
    throw new WatchError(
      `model "${model.name}" has no weights (${layers.map(({ name }) => name).join(', ') || 'and no layers'}): there is nothing a gradient could move`,
    );
  for (const { name, weight } of weights) mustBeReadable(name, weight);
  if (weights.every(({ layer, weight }) => !weight.trainable || !layer.trainable)) {
    const frozen = [...new Set(weights.map(({ name }) => `"${name}"`))].join(', ');
    throw new WatchError(
      `every layer of model "${model.name}" is frozen (${frozen}): training moves nothing - set trainable = true on those that should learn`,
    );
  }
};

/** A weight that was disposed of throws when it is read. */
const mustBeReadable = (layer: string, weight: ForeignWeight): void => {
  try {
    weight.read();
  } catch (cause) {
    throw new WatchError(`the weight ${weight.name} of layer "${layer}" is disposed of - probe before you dispose of the model`, {
      layer,
      cause,
    });
  }
};
