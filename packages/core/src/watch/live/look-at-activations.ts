import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { type ForeignLayer, layersOf } from '../foreign-layer.ts';
import { override } from '../override.ts';
import { activationOf } from '../probe/activation-of.ts';
import { slopesOf } from '../probe/read-numbers.ts';
import { unitAxis } from '../unit-axis.ts';
import type { Show } from './seen-tensor.ts';
import { seenFromOutput } from './slope-of-output.ts';
import type { WatchedActivation } from './watched-step.ts';

/** Outputs of layers, from the pass forward until the step is taken. */
export interface ActivationLook {
  /** What was seen since it was last asked, first layer first; null where it was not time. The copies are gone then. */
  readonly take: (show: Show) => readonly WatchedActivation[] | null;
  readonly restore: () => void;
}

/** Uses of a layer that are kept: passes that no step follows, such as those of a validation inside of tf.grads, are forgotten. */
const mostUses = 4;

/** Listens to the outputs of layers whose activation can be told from them, while `isDue` says so and gradients are taken. */
export const lookAtActivations = (tf: TensorFlow, model: LayersModel, isDue: () => boolean): ActivationLook => {
  const copies = new Map<string, Tensor[]>();
  const restores = layersOf(model).flatMap(({ name, layer }) => {
    if (seenFromOutput(activationOf(layer)) === null) return [];
    return [listen(layer, (output) => isDue() && tf.engine().state.gradientDepth > 0 && keep(tf, copies, name, output))];
  });
  const layers = new Map(layersOf(model).map(({ name, layer }) => [name, layer]));
  const take = (show: Show): readonly WatchedActivation[] | null => {
    for (const [layer, outputs] of copies)
      for (const tensor of outputs) show({ layer, kind: 'activation', name: 'output', tensor });
    const seen = [...copies].map(([name, outputs]) => ({ layer: name, ...read(layers.get(name) as ForeignLayer, outputs) }));
    tf.dispose([...copies.values()].flat());
    copies.clear();
    return seen.length === 0 ? null : seen;
  };
  return {
    take,
    restore: () => {
      for (const restore of restores) restore();
      take(() => undefined);
    },
  };
};

const listen = (layer: ForeignLayer, hear: (output: Tensor) => void): (() => void) => {
  const original = layer.call;
  return override(layer, 'call', function (this: unknown, inputs: Tensor | Tensor[], options: object): Tensor | Tensor[] {
    const output = original.call(this, inputs, options);
    if (!Array.isArray(output)) hear(output);
    return output;
  });
};

const keep = (tf: TensorFlow, copies: Map<string, Tensor[]>, name: string, output: Tensor): void => {
  const kept = copies.get(name) ?? [];
  copies.set(name, kept);
  kept.push(tf.keep(output.clone()));
  if (kept.length > mostUses) kept.shift()?.dispose();
};

/** Averages over the uses of a layer. */
const read = (layer: ForeignLayer, outputs: readonly Tensor[]): Omit<WatchedActivation, 'layer'> => {
  const activation = seenFromOutput(activationOf(layer));
  const all = outputs.map((output) => {
    return activation === null
      ? { dead: 0, saturated: 0 }
      : slopesOf(activation, output.dataSync() as Float32Array, unitAxis(layer, output.shape));
  });
  const average = (pick: (one: Omit<WatchedActivation, 'layer'>) => number): number =>
    all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  return { dead: average(({ dead }) => dead), saturated: average(({ saturated }) => saturated) };
};
