import type { LayersModel } from '@tensorflow/tfjs';
import { type ForeignLayer, inputNamesOf, outputNamesOf } from '../foreign-layer.ts';

/** A tensor between layers, with its private half: who made it. */
interface Link {
  readonly id: number;
  readonly shape: readonly (number | null)[];
  readonly dtype: string;
  readonly sourceLayer: LinkedLayer;
}

/** A layer and how it stands in the graph of its model. */
interface LinkedLayer extends ForeignLayer {
  readonly inboundNodes: readonly { readonly inputTensors: readonly Link[]; readonly outputTensors: readonly Link[] }[];
}

/** Where a model begins. */
export interface Entrance {
  readonly name: string;
  /** Null: any number. */
  readonly shape: readonly (number | null)[];
  /** Where whole numbers are read: below which they have to be; null where any number will do. */
  readonly below: number | null;
}

/** Where a model ends. */
export interface Exit {
  readonly name: string;
  readonly shape: readonly (number | null)[];
  /** Of the last layer, by the name of TensorFlow.js; `linear` where it has none. */
  readonly activation: string;
}

export const entrancesOf = (model: LayersModel): readonly Entrance[] =>
  inputNamesOf(model).map((name, index) => {
    const input = linkAt(model.inputs, index);
    const limits = limitsOn(input, linkedLayersOf(model));
    return { name, shape: input.shape, below: limits.length > 0 ? Math.min(...limits) : input.dtype === 'int32' ? 2 : null };
  });

export const exitsOf = (model: LayersModel): readonly Exit[] =>
  outputNamesOf(model).map((name, index) => {
    const output = linkAt(model.outputs, index);
    return { name, shape: output.shape, activation: activationBehind(output.sourceLayer, index) };
  });

/** Sizes of what all layers of a model put out, without the axis of examples. */
export const outputShapesOf = (model: LayersModel): readonly (readonly (number | null)[])[] =>
  linkedLayersOf(model).flatMap((layer) => {
    const links = layer.inboundNodes.flatMap(({ outputTensors }) => [...outputTensors]);
    const inside = layer.layers === undefined ? [] : outputShapesOf(layer as unknown as LayersModel);
    return [...links.map(({ shape }) => shape.slice(1)), ...inside];
  });

const linkAt = (ends: LayersModel['inputs'], index: number): Link => ends[index] as unknown as Link;

const linkedLayersOf = (model: LayersModel): readonly LinkedLayer[] => model.layers as unknown as readonly LinkedLayer[];

/** Layers that read whole numbers, and below which they have to be. */
const readers: Readonly<Record<string, string>> = { Embedding: 'inputDim', CategoryEncoding: 'numTokens' };

/** Layers that hand on what they are given. */
const passers = new Set(['Flatten', 'Reshape', 'Permute', 'RepeatVector', 'Masking', 'InputLayer']);

/** Limits that are set by layers which read a tensor, also inside of models and behind layers that only reshape it. */
const limitsOn = (link: Link, layers: readonly LinkedLayer[]): readonly number[] =>
  layers.flatMap((layer) =>
    layer.inboundNodes.flatMap(({ inputTensors, outputTensors }) => {
      const place = inputTensors.findIndex(({ id }) => id === link.id);
      if (place < 0) return [];
      const limit = limitOf(layer);
      if (limit !== null) return [limit];
      // a layer that begins a model reads what it makes
      if (passers.has(layer.getClassName()))
        return outputTensors.filter(({ id }) => id !== link.id).flatMap((next) => limitsOn(next, layers));
      if (layer.layers === undefined) return [];
      const inner = layer as unknown as LayersModel;
      return limitsOn(linkAt(inner.inputs, place), linkedLayersOf(inner));
    }),
  );

const limitOf = (layer: ForeignLayer): number | null => {
  const read = layer.layer ?? layer;
  const key = readers[read.getClassName()];
  return key === undefined ? null : Number(read.getConfig()[key]);
};

/** The activation of a layer, of what it wraps, or of the last layer of a model. */
const activationBehind = (layer: LinkedLayer, index: number): string => {
  if (layer.layers !== undefined) {
    const { outputs } = layer as unknown as LayersModel;
    return activationBehind(linkAt(outputs, Math.min(index, outputs.length - 1)).sourceLayer, 0);
  }
  const own = layer.layer ?? layer;
  if (typeof own.activation?.getClassName === 'function') return own.activation.getClassName();
  return own.getClassName() === 'Softmax' ? 'softmax' : 'linear';
};
