import type { Architecture } from '../parts/architectures/architecture.ts';
import * as architectures from '../parts/architectures/index.ts';
import type { Clash } from '../parts/clash.ts';
import { formOf } from '../parts/entry.ts';
import * as tasks from '../parts/tasks/index.ts';
import { isClash, layoutOf, type Task } from '../parts/tasks/task.ts';
import { defaultsFor } from './complete.ts';
import { architectureOf, onShelf, taskOf } from './design.ts';
import type { Experiment } from './experiment.ts';

/** What keeps a network from reading a task; null where nothing does. */
export const taskClash = (experiment: Experiment): Clash | null => {
  const net = architectureOf(experiment);
  const layout = net === null ? null : layoutOf(taskOf(experiment), formOf(net, experiment));
  return layout !== null && isClash(layout) ? layout : null;
};

/** The architectures that read a task at all, by name: others would have to change. */
export const netsReading = (name: string): readonly string[] => {
  if (onShelf<Task>(tasks, name) === null) return [];
  const defaults = defaultsFor({ name, parameter: null });
  return Object.values<Architecture>(architectures)
    .map((net) => net.name)
    .filter((net) => taskClash({ ...defaults, net: { name: net, parameter: null } })?.field !== 'net');
};
