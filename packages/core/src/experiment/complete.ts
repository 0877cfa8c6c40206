import { applies } from './applicable.ts';
import type { Experiment } from './experiment.ts';
import { keys } from './keys.ts';

/** The network that a user gets without naming anything. */
export const defaultExperiment: Experiment = Object.freeze(
  // every field has its key, which the type of `keyOf` makes sure of
  Object.fromEntries(keys.map((key) => [key.field, key.default])) as unknown as Experiment,
);

/**
 * An experiment from what was said about it; what was not said is as in `base`, and what means nothing to its architecture
 * as by default, so that one network has one text. Where architectures are compared, `nets` names them all.
 */
export const complete = (
  said: Partial<Experiment>,
  base: Experiment = defaultExperiment,
  nets: readonly string[] = [],
): Experiment => {
  const experiment = { ...base, ...said };
  const all = nets.length > 0 ? nets : [experiment.net.name];
  const idle = keys.filter(({ field }) => !all.some((net) => applies(field, net)));
  return Object.freeze({ ...experiment, ...Object.fromEntries(idle.map((key) => [key.field, key.default])) });
};
