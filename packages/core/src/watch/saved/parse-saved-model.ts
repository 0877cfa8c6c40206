import { WatchError } from '../watch-error.ts';
import { isDeeperThan, isObject, type JsonObject, objectIn, textIn } from './json.ts';
import { layerConfigsIn } from './layer-configs.ts';
import { readManifest } from './read-manifest.ts';
import { savedLimits } from './saved-limits.ts';
import type { SavedModel } from './saved-model.ts';

/**
 * Reads the JSON of a model.json, as `model.save` and `tensorflowjs_converter` write it; its weights are files beside it, which
 * somebody else reads.
 *
 * **Throws** WatchError where it is something else, says too little, or is larger than a model may be.
 */
export const parseSavedModel = (json: unknown): SavedModel => {
  if (isDeeperThan(json, savedLimits.depth))
    throw new WatchError(`its JSON is nested deeper than ${savedLimits.depth} levels, the most a model may take`);
  if (!isObject(json)) throw new WatchError(notAModel);
  const topology = topologyOf(json);
  const layers = layerConfigsIn(topology);
  if (layers.length > savedLimits.layers)
    throw new WatchError(`it has ${layers.length} layers, more than the ${savedLimits.layers} that one answer can show`);
  const groups = readManifest(json['weightsManifest']);
  const bytes = groups.reduce((sum, group) => sum + group.bytes, 0);
  if (bytes > savedLimits.weights)
    throw new WatchError(
      `its weights take ${gibibytes(bytes)} GiB, more than the ${gibibytes(savedLimits.weights)} GiB that fit into one answer - probe(model, …) of @vanish/core/watch has no such limit`,
    );
  const training = objectIn(json, 'trainingConfig') ?? objectIn(topology, 'training_config');
  const version = textIn(topology, 'keras_version');
  return { topology, groups, bytes, training, writtenBy: textIn(json, 'generatedBy') ?? (version && `Keras ${version}`) };
};

const gibibytes = (bytes: number): string => String(Number((bytes / 2 ** 30).toPrecision(3)));

const notAModel =
  'this is no model of TensorFlow.js: it has no modelTopology - give the model.json that model.save or tensorflowjs_converter wrote';

/** What stands under `modelTopology`, where it is a model of layers. */
const topologyOf = (json: JsonObject): JsonObject => {
  const topology = objectIn(json, 'modelTopology');
  if (topology === null && isLayers(json))
    throw new WatchError(
      'this is the architecture of a Keras model, without weights - save the model whole, and convert it: tensorflowjs_converter --input_format keras model.h5 folder',
    );
  if (textIn(json, 'format') === 'graph-model' || (topology !== null && Array.isArray(topology['node'])))
    throw new WatchError(
      'this is a graph model, which has no layers and no gradients - convert the Keras model instead: tensorflowjs_converter --input_format keras --output_format tfjs_layers_model model.h5 folder',
    );
  if (topology === null) throw new WatchError(notAModel);
  if (!isLayers(topology) && !isLayers(objectIn(topology, 'model_config') ?? {}))
    throw new WatchError('its modelTopology has no layers - give the model.json that model.save or tensorflowjs_converter wrote');
  return topology;
};

const isLayers = (value: JsonObject): boolean =>
  textIn(value, 'class_name') !== null && typeof value['config'] === 'object' && value['config'] !== null;
