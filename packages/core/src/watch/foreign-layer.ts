import type { LayersModel, Tensor, Variable } from '@tensorflow/tfjs';

/** A weight of a layer. */
export interface ForeignWeight {
  readonly name: string;
  readonly trainable: boolean;
  readonly shape: readonly (number | null)[];
  readonly read: () => Variable;
}

/** Something that a layer calls with tensors: an activation, a cell. */
export interface ForeignFunction {
  readonly getClassName: () => string;
  readonly apply: (x: Tensor, ...others: readonly unknown[]) => Tensor;
}

/** A recurrent cell: h_t first, then what it hands on. */
export interface ForeignCell {
  readonly call: (inputs: Tensor | Tensor[], options: object) => Tensor | Tensor[];
}

/** A layer as TensorFlow.js keeps it, private halves included: what its declarations leave out, a probe has to see. */
export interface ForeignLayer {
  readonly name: string;
  readonly trainable: boolean;
  readonly weights: readonly ForeignWeight[];
  readonly getClassName: () => string;
  readonly getConfig: () => Readonly<Record<string, unknown>>;
  readonly call: (inputs: Tensor | Tensor[], options: object) => Tensor | Tensor[];
  readonly activation?: ForeignFunction | null;
  readonly cell?: ForeignCell;
  /** What a wrapper such as `timeDistributed` wraps. */
  readonly layer?: ForeignLayer;
  readonly forwardLayer?: ForeignLayer;
  readonly backwardLayer?: ForeignLayer;
  /** The layers of a model that is a layer of another. */
  readonly layers?: readonly ForeignLayer[];
  readonly stateful?: boolean;
}

/** A layer and the name people know it by: `dense_1`, and `encoder/dense_1` inside a model of the model. */
export interface NamedLayer {
  readonly name: string;
  readonly layer: ForeignLayer;
}

/** The layers of a model, first layer first; models that are layers are entered, wrappers are not. */
export const layersOf = (model: LayersModel): readonly NamedLayer[] => enter(model as unknown as ForeignLayer, '');

const enter = ({ layers = [] }: ForeignLayer, path: string): readonly NamedLayer[] =>
  layers.flatMap((layer) => {
    const name = `${path}${layer.name}`;
    return layer.layers === undefined ? [{ name, layer }] : enter(layer, `${name}/`);
  });

/** All variables of a model, each once. */
export const variablesOf = (layers: readonly NamedLayer[]): readonly Variable[] => [
  ...new Set(layers.flatMap(({ layer }) => layer.weights.map((weight) => weight.read()))),
];

/** Names of the layers where a model begins; a sequential one learns `inputNames` only when it is compiled. */
export const inputNamesOf = ({ inputs }: LayersModel): readonly string[] => namesOf(inputs);

/** Names of the layers where a model ends. */
export const outputNamesOf = ({ outputs }: LayersModel): readonly string[] => namesOf(outputs);

const namesOf = (ends: LayersModel['inputs'] | undefined): readonly string[] =>
  (ends ?? []).map((end) => (end as unknown as { readonly sourceLayer: { readonly name: string } }).sourceLayer.name);
