import { onShelf } from '../parts/shelf.ts';
import * as tasks from '../parts/tasks/index.ts';
import type { Task } from '../parts/tasks/task.ts';
import { applies, type Scope } from './applicable.ts';
import type { Choice, Experiment } from './experiment.ts';
import { type Key, keys, type Value } from './keys.ts';
import { type Axis, isRange } from './question.ts';

/** The network that a user gets without naming anything. */
export const defaultExperiment: Experiment = Object.freeze(
  // every field has its key, which the type of `keyOf` makes sure of
  Object.fromEntries(keys.map((key) => [key.field, key.default])) as unknown as Experiment,
);

/** Of a map every network is a dot: hundreds of them are worth more than many of one kind on many examples. */
const usualOnMap: Partial<Experiment> = Object.freeze({ seeds: 2, batch: 16 });

/** What is taken where nothing else is said: the defaults of the keys, what is usual with a task, and what with a map. */
export const defaultsFor = (task: Choice, axes: readonly Axis[] = []): Experiment => ({
  ...defaultExperiment,
  task,
  ...onShelf<Task>(tasks, task.name)?.usual,
  ...(axes.filter(isRange).length > 1 ? usualOnMap : {}),
});

/**
 * An experiment from what was said about it; what was not said is as in `base`, and what means nothing to it as by default,
 * so that one network has one text. Along axes it stays what it is as long as it means something to one of their networks.
 */
export const complete = (
  said: Partial<Experiment>,
  base: Experiment = defaultExperiment,
  axes: readonly Axis[] = [],
): Experiment => {
  const task = said.task ?? base.task;
  const experiment = { ...moved(base, task, axes), ...said };
  const defaults = defaultsFor(task, axes);
  const idle = keys.filter((key) => !meansSomething(key, experiment, axes));
  return Object.freeze({ ...experiment, ...Object.fromEntries(idle.map(({ field }) => [field, defaults[field]])) });
};

/** Whether a key means anything to an experiment, or to one of the networks along its axes. */
export const meansSomething = ({ field, speaksOf }: Key, experiment: Experiment, axes: readonly Axis[] = []): boolean => {
  const isSpokenOf = speaksOf === undefined || experiment[speaksOf] !== null || axes.some(({ key }) => key === speaksOf);
  return isSpokenOf && applies(field, scopeAlong(experiment, axes));
};

/** What a question speaks of: the architectures and tasks that a list compares, or the one that is asked for. */
export const scopeAlong = ({ net, task }: Pick<Experiment, 'net' | 'task'>, axes: readonly Axis[]): Scope => {
  // a value may carry a number in parentheses: `spirals(3)`
  const listed = (field: keyof Experiment): readonly string[] | undefined =>
    axes.find(({ key }) => key === field)?.values.map((value) => value.replace(/\(.*/su, ''));
  return { nets: listed('net') ?? [net.name], tasks: listed('task') ?? [task.name] };
};

/** The same with another task, or along axes: what was as usual is as usual there. */
const moved = (base: Experiment, task: Choice, axes: readonly Axis[]): Experiment => {
  if (task.name === base.task.name && axes.length === 0) return base;
  const [before, after] = [defaultsFor(base.task), defaultsFor(task, axes)];
  const usual = keys.filter(({ field }) => isSame(base[field], before[field]));
  return { ...base, ...Object.fromEntries(usual.map(({ field }) => [field, after[field]])) };
};

const isSame = (one: Value, other: Value): boolean =>
  isChoice(one) && isChoice(other) ? one.name === other.name && one.parameter === other.parameter : one === other;

const isChoice = (value: Value): value is Choice => typeof value === 'object' && value !== null;
