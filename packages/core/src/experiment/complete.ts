import { applies } from './applicable.ts';
import type { Experiment } from './experiment.ts';
import { type Key, keys } from './keys.ts';
import type { Axis } from './question.ts';

/** The network that a user gets without naming anything. */
export const defaultExperiment: Experiment = Object.freeze(
  // every field has its key, which the type of `keyOf` makes sure of
  Object.fromEntries(keys.map((key) => [key.field, key.default])) as unknown as Experiment,
);

/**
 * An experiment from what was said about it; what was not said is as in `base`, and what means nothing to it as by default,
 * so that one network has one text. Along axes it stays what it is as long as it means something to one of their networks.
 */
export const complete = (
  said: Partial<Experiment>,
  base: Experiment = defaultExperiment,
  axes: readonly Axis[] = [],
): Experiment => {
  const experiment = { ...base, ...said };
  const idle = keys.filter((key) => !meansSomething(key, experiment, axes));
  return Object.freeze({ ...experiment, ...Object.fromEntries(idle.map((key) => [key.field, key.default])) });
};

/** Whether a key means anything to an experiment, or to one of the networks along its axes. */
export const meansSomething = ({ field, speaksOf }: Key, experiment: Experiment, axes: readonly Axis[] = []): boolean => {
  const nets = listedNets(axes) ?? [experiment.net.name];
  const isSpokenOf = speaksOf === undefined || experiment[speaksOf] !== null || axes.some(({ key }) => key === speaksOf);
  return isSpokenOf && nets.some((net) => applies(field, net));
};

/** The architectures that a list compares; null where one is asked for. */
export const listedNets = (axes: readonly Axis[]): readonly string[] | null =>
  axes.find(({ key }) => key === 'net')?.values ?? null;
