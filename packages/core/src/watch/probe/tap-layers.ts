import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import * as activations from '../../parts/activations/index.ts';
import type { ForeignCell, ForeignFunction, ForeignLayer, NamedLayer } from '../foreign-layer.ts';
import { override } from '../override.ts';
import { WatchError } from '../watch-error.ts';
import { activationOf, isActivation } from './activation-of.ts';
import { tapeLength } from './tape.ts';
import type { Seen, Visit } from './visit.ts';

/** What a pass went through, in the order in which it did. The copies are the caller's to dispose of. */
export interface Visits {
  readonly all: readonly Visit[];
  readonly add: (visit: Omit<Visit, 'name'> & { readonly name: string }) => void;
  readonly see: (tensor: Tensor) => Seen;
  readonly dispose: () => void;
}

/** An empty record of a pass. */
export const openVisits = (tf: TensorFlow): Visits => {
  const all: Visit[] = [];
  const copies: Tensor[] = [];
  const times = new Map<string, number>();
  return {
    all,
    add: (visit) => {
      const time = (times.get(visit.name) ?? 0) + 1;
      times.set(visit.name, time);
      all.push({ ...visit, name: time === 1 ? visit.name : `${visit.name}#${time}` });
    },
    see: (tensor) => {
      // what a model no longer needs, it disposes of while it runs
      const copy = tf.keep(tensor.clone());
      copies.push(copy);
      return { tensor, copy };
    },
    dispose: () => tf.dispose(copies),
  };
};

/** Runs a function while every layer tells when it is called. The layers are as before when it returns, or throws. */
export const whileTapped = <Result>(tf: TensorFlow, layers: readonly NamedLayer[], visits: Visits, run: () => Result): Result => {
  const restores: (() => void)[] = [];
  try {
    // a layer that stands in two models is tapped once
    const once = new Map(layers.map((named) => [named.layer, named]));
    for (const named of once.values()) restores.push(tap(tf, named, visits));
    return run();
  } finally {
    for (const restore of restores) restore();
  }
};

const tap = (tf: TensorFlow, { name, layer }: NamedLayer, visits: Visits): (() => void) => {
  const original = layer.call;
  const call = function (this: unknown, inputs: Tensor | Tensor[], options: object): Tensor | Tensor[] {
    const from = tapeLength(tf);
    const listening = listen(layer, visits);
    try {
      const outputs = original.call(this, inputs, options);
      visits.add({
        name,
        layer,
        inputs: listOf(inputs).map(visits.see),
        outputs: listOf(outputs).map(visits.see),
        ...listening.heard(),
        operations: { from, to: tapeLength(tf) },
      });
      return outputs;
    } catch (cause) {
      throw cause instanceof WatchError ? cause : cannotRun(name, layer, inputs, cause);
    } finally {
      listening.stop();
    }
  };
  return override(layer, 'call', call);
};

const listOf = (tensors: Tensor | Tensor[]): readonly Tensor[] => (Array.isArray(tensors) ? tensors : [tensors]);

const cannotRun = (name: string, layer: ForeignLayer, inputs: Tensor | Tensor[], cause: unknown): WatchError => {
  const shapes = listOf(inputs).map(({ shape }) => `[${shape.join(', ')}]`);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new WatchError(
    `layer "${name}" (${layer.getClassName()}) does not run on an input of shape ${shapes.join(', ')}: ${reason}`,
    {
      cause,
      layer: name,
    },
  );
};

/** What a layer's activation and cells are given while it runs. */
const listen = (layer: ForeignLayer, visits: Visits) => {
  const given: Seen[] = [];
  const activation = activationOf(layer);
  const cells = [layer, layer.forwardLayer, layer.backwardLayer].flatMap((one) => (one?.cell === undefined ? [] : [one.cell]));
  const steps = cells.map((): Seen[] => []);
  const restores = [
    ...(hasActivation(layer) && activation !== activations.linear ? [listenTo(layer, (z) => given.push(visits.see(z)))] : []),
    ...cells.map((cell, index) => listenToCell(cell, (h) => steps[index]?.push(visits.see(h)))),
  ];
  return {
    heard: (): Pick<Visit, 'preActivation' | 'steps' | 'activation'> => ({
      // called once per time step, say, an activation belongs to no single tensor
      preActivation: given.length === 1 ? (given[0] as Seen) : null,
      steps,
      activation: hasActivation(layer) || isActivation(layer) ? activation : activations.linear,
    }),
    stop: (): void => {
      for (const restore of restores) restore();
    },
  };
};

const hasActivation = (layer: ForeignLayer): layer is ForeignLayer & { readonly activation: ForeignFunction } =>
  Object.hasOwn(layer, 'activation') && typeof layer.activation?.apply === 'function';

/** An activation of another class name is not fused with what stands before it, so that z becomes a tensor. */
const listenTo = (layer: ForeignLayer & { readonly activation: ForeignFunction }, hear: (z: Tensor) => void): (() => void) => {
  const { activation } = layer;
  const listener = Object.create(activation, {
    getClassName: { value: () => 'probed' },
    apply: {
      value: (z: Tensor, ...others: readonly unknown[]) => {
        hear(z);
        return activation.apply(z, ...others);
      },
    },
  });
  return override(layer, 'activation', listener);
};

const listenToCell = (cell: ForeignCell, hear: (h: Tensor) => void): (() => void) => {
  const original = cell.call;
  return override(cell, 'call', function (this: unknown, inputs: Tensor | Tensor[], options: object): Tensor | Tensor[] {
    const outputs = original.call(this, inputs, options);
    hear(listOf(outputs)[0] as Tensor);
    return outputs;
  });
};
