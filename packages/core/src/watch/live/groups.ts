import type { LayersModel, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { layersOf } from '../foreign-layer.ts';
import type { NamedGradient } from '../given-gradients.ts';

/** A gradient and the variable that it moves. */
export interface Moved {
  readonly gradient: NamedGradient;
  /** Undefined where the engine knows none by that name. */
  readonly variable: Variable | undefined;
}

/** What is reported as one layer. */
export interface Group {
  readonly name: string;
  readonly moved: readonly Moved[];
}

/** Names of layers by the names of their variables, in the order of the model. */
export const layerNames = (model: LayersModel | null): ReadonlyMap<string, string> =>
  new Map(
    (model === null ? [] : layersOf(model)).flatMap(({ name, layer }) =>
      layer.weights.map((weight) => [weight.read().name, name] as const),
    ),
  );

/** Gradients of a step, layer by layer; a variable that belongs to no layer is one by itself. */
export const groupByLayer = (
  tf: TensorFlow,
  gradients: readonly NamedGradient[],
  names: ReadonlyMap<string, string>,
): readonly Group[] => {
  const groups = new Map<string, Moved[]>([...names.values()].map((name) => [name, []]));
  for (const gradient of gradients) {
    const name = names.get(gradient.name) ?? gradient.name;
    const moved = groups.get(name) ?? [];
    groups.set(name, moved);
    moved.push({ gradient, variable: tf.engine().registeredVariables[gradient.name] });
  }
  // layers that are frozen receive none
  return [...groups].filter(([, moved]) => moved.length > 0).map(([name, moved]) => ({ name, moved }));
};
