import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { loadTensorFlow } from '../load-tensorflow.ts';
import { discard } from '../probe/first-step.ts';
import { probeModel } from '../probe/probe-model.ts';
import type { ProbeReport } from '../probe/probe-report.ts';
import { type Assumed, assumeInputs, assumeTargets } from './assume-batch.ts';
import { assumeLosses } from './assume-losses.ts';
import { mustBeKnownNumbers, parseData, tensorsOf } from './batch-of-data.ts';
import { type Exit, entrancesOf, exitsOf } from './ends.ts';
import { loadSavedModel } from './load-saved-model.ts';
import type { SavedModel } from './saved-model.ts';
import { mostExamples } from './sizes.ts';
import { optimizerIn, type ReadLoss } from './training-config.ts';

/** What a saved model was found to be, and what was taken for granted where neither file nor data say it. */
export interface SavedProbe {
  readonly report: ProbeReport;
  /** A sentence each: the loss, the optimizer, inputs and targets. */
  readonly assumptions: readonly string[];
}

/** The files of a saved model, read. */
export interface SavedModelFiles {
  readonly saved: SavedModel;
  /** The weights of all groups, one behind the other. */
  readonly weights: ArrayBuffer;
  /** What a file of data holds; null where there is none, and numbers are drawn. */
  readonly data: unknown;
}

/**
 * Builds a saved model and probes it, on the data or on numbers that suit it. It is disposed of afterwards.
 *
 * **Throws** WatchError, which names the layer where one is at fault.
 */
export const probeSavedModel = async ({ saved, weights, data }: SavedModelFiles): Promise<SavedProbe> => {
  const tf = loadTensorFlow();
  const model = await loadSavedModel(tf, saved, weights);
  try {
    const probed: SavedProbe[] = [];
    tf.tidy(() => {
      probed.push(probeLoaded(tf, model, saved, data));
    });
    return probed[0] as SavedProbe;
  } finally {
    model.dispose();
  }
};

const probeLoaded = (tf: TensorFlow, model: LayersModel, saved: SavedModel, data: unknown): SavedProbe => {
  const exits = exitsOf(model);
  const { losses, sentences } = assumeLosses(tf, saved, exits);
  const said = optimizerIn(tf, saved.training);
  const batch = data === null ? drawnBatch(tf, model, exits, losses) : givenBatch(tf, model, exits, data);
  try {
    const report = probeModel(model, {
      inputs: batch.inputs,
      targets: batch.targets,
      loss: losses.map(({ loss }) => loss),
      ...(said === null ? {} : { optimizer: said.optimizer }),
    });
    const step = `the first step is one of ${said === null ? 'plain sgd at 0.01, since the model.json names no optimizer of TensorFlow.js' : `${said.title}, as the model.json says`}`;
    return { report, assumptions: [...sentences, step, ...batch.sentences] };
  } finally {
    if (said !== null) discard(tf, said.optimizer);
  }
};

interface ChosenBatch {
  readonly inputs: readonly Tensor[];
  readonly targets: readonly Tensor[];
  readonly sentences: readonly string[];
}

const drawnBatch = (tf: TensorFlow, model: LayersModel, exits: readonly Exit[], losses: readonly ReadLoss[]): ChosenBatch => {
  const inputs: Assumed = assumeInputs(tf, model, entrancesOf(model));
  // what a model leaves open in its outputs is known when it has seen inputs
  const predicted = model.call([...inputs.tensors], { training: false });
  const shapes = (Array.isArray(predicted) ? predicted : [predicted]).map(({ shape }) => shape);
  const targets = assumeTargets(tf, exits, losses, shapes);
  return { inputs: inputs.tensors, targets: targets.tensors, sentences: [...inputs.sentences, ...targets.sentences] };
};

const givenBatch = (tf: TensorFlow, model: LayersModel, exits: readonly Exit[], data: unknown): ChosenBatch => {
  const given = parseData(data);
  const entrances = entrancesOf(model);
  const ends = (named: readonly { readonly name: string; readonly shape: readonly unknown[] }[]) =>
    named.map(({ name, shape }) => ({ name, axes: shape.length }));
  const inputs = tensorsOf(tf, given.inputs, ends(entrances), 'inputs');
  const targets = tensorsOf(tf, given.targets, ends(exits), 'targets');
  for (const [index, entrance] of entrances.entries()) mustBeKnownNumbers(entrance, inputs[index] as Tensor);
  const [most, count] = [mostExamples(model, entrances), inputs[0]?.shape[0] ?? 0];
  const agree = [...inputs, ...targets].every(({ shape }) => shape[0] === count);
  if (count <= most || !agree) return { inputs, targets, sentences: [] };
  const first = (tensor: Tensor): Tensor => tensor.slice(0, most);
  const sentence = `of ${count} examples the first ${most} are shown, as many as fit into memory`;
  return { inputs: inputs.map(first), targets: targets.map(first), sentences: [sentence] };
};
