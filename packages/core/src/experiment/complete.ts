import type { Experiment } from './experiment.ts';
import { keys } from './keys.ts';

/** The network that a user gets without naming anything. */
export const defaultExperiment: Experiment = Object.freeze(
  // every field has its key, which the type of `keyOf` makes sure of
  Object.fromEntries(keys.map((key) => [key.field, key.default])) as unknown as Experiment,
);

/** An experiment from what was said about it; what was not said is as in `base`. */
export const complete = (said: Partial<Experiment>, base: Experiment = defaultExperiment): Experiment =>
  Object.freeze({ ...base, ...said });
