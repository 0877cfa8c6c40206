import type { Architecture } from '../parts/architectures/architecture.ts';
import * as architectures from '../parts/architectures/index.ts';
import type { Clash } from '../parts/clash.ts';
import { formOf } from '../parts/entry.ts';
import { onShelf } from '../parts/shelf.ts';
import * as tasks from '../parts/tasks/index.ts';
import { isClash, layoutOf, type Task } from '../parts/tasks/task.ts';
import { defaultsFor } from './complete.ts';
import { architectureOf, taskOf } from './design.ts';
import type { Experiment } from './experiment.ts';

/** What keeps a network from reading a task; null where nothing does. */
export const taskClash = (experiment: Experiment): Clash | null => {
  const net = architectureOf(experiment);
  const layout = net === null ? null : layoutOf(taskOf(experiment), formOf(net, experiment));
  if (layout === null || !isClash(layout)) return null;
  return layout.field === 'net'
    ? { ...layout, problem: `${layout.problem}, which net=${experiment.net.name} does not read` }
    : layout;
};

/** The architectures that read a task at all, by name, the usual one first: others would have to change. */
export const netsReading = (name: string): readonly string[] => {
  if (onShelf<Task>(tasks, name) === null) return [];
  const defaults = defaultsFor({ name, parameter: null });
  const nearest = taskClash(defaults)?.nearest;
  const isUsual = (net: string): boolean => typeof nearest === 'object' && nearest?.name === net;
  return Object.values<Architecture>(architectures)
    .map((net) => net.name)
    .filter((net) => taskClash({ ...defaults, net: { name: net, parameter: null } })?.field !== 'net')
    .sort((one, other) => Number(isUsual(other)) - Number(isUsual(one)));
};
