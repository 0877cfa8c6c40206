import type { Activation } from '../../parts/activations/activation.ts';
import * as shelf from '../../parts/activations/index.ts';

/**
 * φ′ as a function of y = φ(x), for activations whose output tells it: what a model computes anyway is enough to see dead and
 * saturated units. The others turn back on themselves.
 */
const slopes: ReadonlyMap<Activation, (y: number) => number> = new Map([
  [shelf.hardSigmoid, (y) => (y > 0 && y < 1 ? 0.2 : 0)],
  [shelf.relu, (y) => (y > 0 ? 1 : 0)],
  [shelf.sigmoid, (y) => y * (1 - y)],
  [shelf.softplus, (y) => -Math.expm1(-y)],
  [shelf.softsign, (y) => (1 - Math.abs(y)) ** 2],
  [shelf.tanh, (y) => 1 - y * y],
]);

/** The same activation, with outputs in place of inputs; null where outputs do not tell. */
export const seenFromOutput = (activation: Activation | null): Pick<Activation, 'slope' | 'saturatedBelow'> | null => {
  const slope = activation === null ? undefined : slopes.get(activation);
  return slope === undefined || activation === null ? null : { slope, saturatedBelow: activation.saturatedBelow };
};
