import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { WatchError } from '../watch-error.ts';
import { type LayerConfig, layerConfigsIn } from './layer-configs.ts';
import type { SavedModel } from './saved-model.ts';

/**
 * Builds a model from what was read of it. Nothing of it is run: TensorFlow.js makes layers of its own classes, and there are no
 * others here.
 *
 * **Throws** WatchError, which names the layer where one is at fault.
 */
export const loadSavedModel = async (tf: TensorFlow, saved: SavedModel, weightData: ArrayBuffer): Promise<LayersModel> => {
  const layers = layerConfigsIn(saved.topology);
  mustBeKnown(tf, layers);
  const weightSpecs = saved.groups.flatMap(({ weights }) => [...weights]);
  try {
    return await leavingNothingOnFailure(tf, () =>
      tf.loadLayersModel(tf.io.fromMemory({ modelTopology: { ...saved.topology }, weightSpecs, weightData })),
    );
  } catch (cause) {
    throw await failureOf(tf, cause, layers, saved);
  }
};

/** The classes that TensorFlow.js can make, by name. */
const classesOf = (tf: TensorFlow): Readonly<Record<string, unknown>> => tf.serialization.SerializationMap.getMap().classNameMap;

const mustBeKnown = (tf: TensorFlow, layers: readonly LayerConfig[]): void => {
  const unknown = layers.find(({ className }) => !Object.hasOwn(classesOf(tf), className));
  if (unknown === undefined) return;
  const { name: layer, className } = unknown;
  throw new WatchError(
    `layer "${layer}" is of the class "${className}", which TensorFlow.js does not have, and code of others is not run here - register the class in a program of your own and call probe(model, …) of @vanish/core/watch`,
    { layer },
  );
};

/** What a model leaves behind that could not be built: variables that nobody holds. */
const leavingNothingOnFailure = async <Value>(tf: TensorFlow, work: () => Promise<Value>): Promise<Value> => {
  const variablesOf = () => tf.engine().state.registeredVariables;
  const before = new Set(Object.keys(variablesOf()));
  tf.engine().startScope('vanish/saved');
  try {
    return await work();
  } catch (error) {
    for (const [name, variable] of Object.entries(variablesOf())) if (!before.has(name)) variable.dispose();
    throw error;
  } finally {
    tf.engine().endScope();
  }
};

const failureOf = async (
  tf: TensorFlow,
  cause: unknown,
  layers: readonly LayerConfig[],
  { writtenBy }: SavedModel,
): Promise<WatchError> => {
  const culprit = await culpritOf(tf, layers);
  const error = culprit?.error ?? cause;
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const layer = culprit?.name ?? null;
  const what = layer === null ? 'TensorFlow.js cannot build the model' : `layer "${layer}" cannot be built`;
  const isThirdKeras = /keras.*\b3\.\d/iu.test(writtenBy ?? '');
  const advice = isThirdKeras ? ` - ${writtenBy} wrote it, TensorFlow.js reads Keras 2: save it with TF_USE_LEGACY_KERAS=1` : '';
  return new WatchError(`${what}: ${reason}${advice}`, { cause, layer });
};

/** The layer that cannot be built alone; null where each can. */
const culpritOf = async (
  tf: TensorFlow,
  layers: readonly LayerConfig[],
): Promise<{ readonly name: string; readonly error: unknown } | null> => {
  for (const { name, json } of layers.filter(({ isOfItsOwn }) => isOfItsOwn)) {
    const alone = { class_name: 'Sequential', config: { name: 'alone', layers: [json] } };
    try {
      (await leavingNothingOnFailure(tf, () => tf.models.modelFromJSON(alone as never))).dispose();
    } catch (error) {
      if (!lacksInput.test(String(error))) return { name, error };
    }
  }
  return null;
};

/** A layer that was made, and only missed the layer before it: engine of TensorFlow.js 4.22, `models.ts`. */
const lacksInput = /must get an `inputShape`/u;
