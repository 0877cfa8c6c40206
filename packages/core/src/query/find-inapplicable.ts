import { applies, netsTaking, type Scope, tasksTaking } from '../experiment/applicable.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { keyOf, keys } from '../experiment/keys.ts';
import type { Axis } from '../experiment/question.ts';
import { printValue } from './print-value.ts';
import type { Side } from './read-side.ts';
import * as wording from './wording/index.ts';

/** Keys that were named and mean nothing to any of the architectures or tasks at hand, such as a kernel of an mlp. */
export const findInapplicable = ({ said, axes }: Side, base: Experiment): readonly Issue[] => {
  const scope = scopeOfAxes({ ...base, ...said }, axes);
  const isSaid = (field: keyof Experiment): boolean => field in said || axes.some(({ key }) => key === field);
  return keys
    .filter(({ field }) => isSaid(field) && !applies(field, scope))
    .map((key) => {
      const written = axes.find((axis) => axis.key === key.field)?.values[0];
      const value = written ?? printValue(keyOf[key.field], said[key.field] ?? key.default);
      const isOfNet = !netsTaking(key.field).some((net) => scope.nets.includes(net));
      return isOfNet
        ? wording.meansNothing(key, value, { field: 'net', given: scope.nets, taking: netsTaking(key.field) })
        : wording.meansNothing(key, value, { field: 'task', given: scope.tasks, taking: tasksTaking(key.field) });
    });
};

/** What a question speaks of: the architectures and tasks that a list compares, or the one that is asked for. */
export const scopeOfAxes = ({ net, task }: Pick<Experiment, 'net' | 'task'>, axes: readonly Axis[]): Scope => {
  // a value may carry a number in parentheses: `spirals(3)`
  const listed = (field: keyof Experiment): readonly string[] | undefined =>
    axes.find(({ key }) => key === field)?.values.map((value) => value.replace(/\(.*/su, ''));
  return { nets: listed('net') ?? [net.name], tasks: listed('task') ?? [task.name] };
};
