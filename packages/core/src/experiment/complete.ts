import * as tasks from '../parts/tasks/index.ts';
import type { Task } from '../parts/tasks/task.ts';
import { applies, type Scope, scopeOf } from './applicable.ts';
import type { Choice, Experiment } from './experiment.ts';
import { keys, type Value } from './keys.ts';

/** The network that a user gets without naming anything. */
export const defaultExperiment: Experiment = Object.freeze(
  // every field has its key, which the type of `keyOf` makes sure of
  Object.fromEntries(keys.map((key) => [key.field, key.default])) as unknown as Experiment,
);

/** What is taken where nothing else is said: the defaults of the keys, and what is usual with a task. */
export const defaultsFor = (task: Choice): Experiment => {
  const usual = Object.values<Task>(tasks).find(({ name }) => name === task.name)?.usual;
  return { ...defaultExperiment, task, ...usual };
};

/**
 * An experiment from what was said about it; what was not said is as in `base`, and what means nothing to its architecture
 * or task as by default, so that one network has one text. Where several are compared, `scope` names them all.
 */
export const complete = (said: Partial<Experiment>, base: Experiment = defaultExperiment, scope?: Scope): Experiment => {
  const task = said.task ?? base.task;
  const experiment = { ...moved(base, task), ...said };
  const spoken = scope ?? scopeOf(experiment);
  const defaults = defaultsFor(task);
  const idle = keys.filter(({ field }) => !applies(field, spoken));
  return Object.freeze({ ...experiment, ...Object.fromEntries(idle.map(({ field }) => [field, defaults[field]])) });
};

/** The same with another task: what was as usual with the one is as usual with the other. */
const moved = (base: Experiment, task: Choice): Experiment => {
  if (task.name === base.task.name) return base;
  const [before, after] = [defaultsFor(base.task), defaultsFor(task)];
  const usual = keys.filter(({ field }) => isSame(base[field], before[field]));
  return { ...base, ...Object.fromEntries(usual.map(({ field }) => [field, after[field]])) };
};

const isSame = (one: Value, other: Value): boolean =>
  isChoice(one) && isChoice(other) ? one.name === other.name && one.parameter === other.parameter : one === other;

const isChoice = (value: Value): value is Choice => typeof value === 'object' && value !== null;
