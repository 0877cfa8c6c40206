import type { Activation } from '../../parts/activations/activation.ts';
import * as shelf from '../../parts/activations/index.ts';
import type { ForeignLayer } from '../foreign-layer.ts';

/** Activations by the names of TensorFlow.js. Softmax is missing: it mixes units, so none has a slope of its own. */
const byName: Readonly<Record<string, Activation>> = {
  elu: shelf.elu,
  gelu: shelf.gelu,
  gelu_new: shelf.geluTanh,
  hardSigmoid: shelf.hardSigmoid,
  linear: shelf.linear,
  mish: shelf.mish,
  relu: shelf.relu,
  selu: shelf.selu,
  sigmoid: shelf.sigmoid,
  softplus: shelf.softplus,
  softsign: shelf.softsign,
  swish: shelf.silu,
  tanh: shelf.tanh,
};

/** Layers that are nothing but an activation, by class; the number in parentheses of leaky relu is in the layer's config. */
const byClass: Readonly<Record<string, (config: Readonly<Record<string, unknown>>) => Activation>> = {
  LeakyReLU: ({ alpha }) => shelf.leakyRelu.parameter?.with(Number(alpha)) ?? shelf.leakyRelu,
  ReLU: () => shelf.relu,
};

/** φ by the name that a hand-written network gives it; null where the shelf has none. */
export const activationNamed = (name: string): Activation | null =>
  byName[name] ?? Object.values<Activation>(shelf).find((one) => [one.name, ...one.aliases].includes(name)) ?? null;

/** φ of a layer that has one; null where it is none of ours, and then nobody knows its slope. */
export const activationOf = (layer: ForeignLayer): Activation | null =>
  typeof layer.activation?.getClassName === 'function'
    ? (byName[layer.activation.getClassName()] ?? null)
    : (byClass[layer.getClassName()]?.(layer.getConfig()) ?? null);

/** Whether all a layer does is activate what another computed. */
export const isActivation = (layer: ForeignLayer): boolean =>
  layer.weights.length === 0 && (typeof layer.activation?.apply === 'function' || layer.getClassName() in byClass);
