import type { Quantity } from '../parts/layers/stage.ts';
import type { Observation } from './run-pass.ts';

/** What was read back from a pass. */
export interface Reading {
  readonly labels: readonly Observation[];
  /** One list per label, one number per network. */
  readonly values: readonly (readonly number[])[];
  /** Loss per network; null where the loss has none. */
  readonly loss: readonly number[] | null;
}

/** All lists observed for a quantity at a row: one per weight matrix, none where nobody observed it. */
export const observed = ({ labels, values }: Reading, row: number, quantity: Quantity): readonly (readonly number[])[] =>
  values.filter((_, position) => labels[position]?.row === row && labels[position]?.quantity === quantity);

/** Readings of groups of networks as one, networks in order. */
export const joinReadings = (readings: readonly Reading[]): Reading => {
  const [first, ...others] = readings;
  if (first === undefined || others.length === 0) return first ?? { labels: [], values: [], loss: null };
  return {
    labels: first.labels,
    values: first.values.map((list, position) => list.concat(...others.map(({ values }) => values[position] ?? []))),
    loss: first.loss === null ? null : first.loss.concat(...others.map(({ loss }) => loss ?? [])),
  };
};

/** Mean squares below this lose digits in float32, whose squares underflow at 1e-38. */
const logSmallestSafeSquare = Math.log(1e-30);

/** Below this RMS entries may underflow float32 at 7e-46: one Gaussian entry in a billion is a billion times smaller. */
const logSmallestSafeSignal = Math.log(1e-36);

/** Whether a quick pass met numbers it cannot hold, so that a careful one has to look again. */
export const isSuspicious = ({ labels, values }: Reading): boolean =>
  labels.some(({ quantity }, position) => {
    const list = values[position] ?? [];
    if (quantity === 'logSignal') return list.some((nats) => !(nats > logSmallestSafeSignal && nats < Number.POSITIVE_INFINITY));
    if (quantity !== 'logMeanSquare' && quantity !== 'logPreActivationMeanSquare') return false;
    return list.some((nats) => !(nats > logSmallestSafeSquare && nats < Number.POSITIVE_INFINITY));
  });
