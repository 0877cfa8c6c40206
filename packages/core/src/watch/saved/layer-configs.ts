import { isObject, type JsonObject, listIn, objectIn, textIn } from './json.ts';

/** A layer as a model.json describes it. */
export interface LayerConfig {
  readonly name: string;
  readonly className: string;
  readonly json: JsonObject;
  /** Whether it is given inputs of its own: not a cell, nor what a wrapper wraps. */
  readonly isOfItsOwn: boolean;
}

/** All layers in a topology, those of models in the model and of wrappers included. */
export const layerConfigsIn = (topology: JsonObject): readonly LayerConfig[] =>
  partsOf(objectIn(topology, 'model_config') ?? topology, '');

/** Where layers stand in the configuration of another. */
const wrapped = ['layer', 'cell', 'backward_layer'] as const;

const partsOf = (model: JsonObject, path: string): readonly LayerConfig[] => {
  // Keras 1 wrote the layers of a sequential model as a list
  const layers = Array.isArray(model['config']) ? model['config'] : listIn(objectIn(model, 'config'), 'layers');
  return layers.filter(isObject).flatMap((layer) => enter(layer, path, true));
};

const enter = (json: JsonObject, path: string, isOfItsOwn: boolean): readonly LayerConfig[] => {
  const config = objectIn(json, 'config');
  const className = textIn(json, 'class_name') ?? '';
  const name = `${path}${textIn(config, 'name') ?? textIn(json, 'name') ?? className}`;
  const inside = partsOf(json, `${name}/`);
  const within = [...wrapped.map((key) => objectIn(config, key)), ...listIn(config, 'cells').filter(isObject)];
  return [
    { name, className, json, isOfItsOwn: isOfItsOwn && inside.length === 0 },
    ...inside,
    ...within.flatMap((one) => (one === null ? [] : enter(one, `${name}/`, false))),
  ];
};
