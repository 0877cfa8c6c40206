import type { Architecture } from '../parts/architectures/architecture.ts';
import * as architectures from '../parts/architectures/index.ts';
import * as tasks from '../parts/tasks/index.ts';
import type { Task } from '../parts/tasks/task.ts';
import type { Experiment } from './experiment.ts';
import type { Rows } from './keys/key.ts';

/** The architectures and tasks that are spoken of: one of each, or those that a list compares. */
export interface Scope {
  readonly nets: readonly string[];
  readonly tasks: readonly string[];
}

const netsByName: ReadonlyMap<string, Architecture> = new Map(
  Object.values<Architecture>(architectures).map((architecture) => [architecture.name, architecture]),
);

const tasksByName: ReadonlyMap<string, Task> = new Map(Object.values<Task>(tasks).map((task) => [task.name, task]));

/** The keys that shape some architectures and not all, and the same of tasks. */
const ofNets: ReadonlySet<string> = new Set([...netsByName.values()].flatMap(({ takes }) => takes));
const ofTasks: ReadonlySet<string> = new Set([...tasksByName.values()].flatMap(({ takes = [] }) => takes));

/** What one experiment speaks of. */
export const scopeOf = ({ net, task }: Pick<Experiment, 'net' | 'task'>): Scope => ({ nets: [net.name], tasks: [task.name] });

/** Whether a key means anything to one of the architectures and one of the tasks. */
export const applies = (field: keyof Experiment, scope: Scope): boolean =>
  scope.nets.some((net) => meansToNet(field, net)) && scope.tasks.some((task) => meansToTask(field, task));

const meansToNet = (field: keyof Experiment, net: string): boolean => {
  const { takes = [], ignores = [] } = netsByName.get(net) ?? {};
  return !ignores.includes(field) && (takes.includes(field) || !ofNets.has(field));
};

const meansToTask = (field: keyof Experiment, task: string): boolean => {
  const takes: readonly string[] = tasksByName.get(task)?.takes ?? [];
  return takes.includes(field) || !ofTasks.has(field);
};

/** What the rows of an architecture are. */
export const rowsOf = (net: string): Rows => (netsByName.get(net)?.countsSteps === true ? 'steps' : 'layers');

/** The architectures that a key means something to. */
export const netsTaking = (field: keyof Experiment): readonly string[] =>
  [...netsByName.keys()].filter((net) => meansToNet(field, net));

/** The tasks that a key means something to. */
export const tasksTaking = (field: keyof Experiment): readonly string[] =>
  [...tasksByName.keys()].filter((task) => meansToTask(field, task));
