import type { Architecture } from '../parts/architectures/architecture.ts';
import * as architectures from '../parts/architectures/index.ts';
import { assemble, type Parts } from '../parts/assemble.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import { onShelf, type Shelf, type Shelved } from '../parts/shelf.ts';
import * as tasks from '../parts/tasks/index.ts';
import type { Task } from '../parts/tasks/task.ts';
import type { Choice } from '../parts/variant.ts';
import type { Experiment } from './experiment.ts';
import { keys } from './keys.ts';

/** Turns the names of an experiment into records: the blueprint that measurement and theory both read. */
export const design = (experiment: Experiment): Blueprint =>
  assemble({ ...resolve(experiment), task: taskOf(experiment), firstSeed: experiment.seed, learningRate: experiment.lr });

/** The task an experiment names, as its own keys say. */
export const taskOf = (experiment: Experiment): Task => {
  const task = take(tasks, experiment.task) as Task;
  return task.settle?.(experiment) ?? task;
};

/** Everything that a key of the grammar names, as the record on its shelf; numbers as they are. */
const resolve = (experiment: Experiment): Omit<Parts, 'firstSeed' | 'learningRate'> =>
  Object.fromEntries(
    keys.map((key) => [
      key.field,
      key.kind === 'choice' ? take(key.shelf, experiment[key.field] as Choice) : experiment[key.field],
    ]),
    // each field has its key, and each key of a shelf that kind of record
  ) as unknown as Omit<Parts, 'firstSeed' | 'learningRate'>;

/** The record a choice names. The experiment was checked when it was parsed, so a missing name is our own mistake. */
const take = (shelf: Shelf, { name, parameter }: Choice): Shelved => {
  const found = onShelf(shelf, name);
  if (found === null) throw new Error(`no variant "${name}" on the shelf of ${Object.keys(shelf).join(', ')}`);
  return parameter === null || found.parameter === undefined ? found : (found.parameter.with(parameter) as Shelved);
};

/** The architecture an experiment names; null for one that is not built yet. */
export const architectureOf = ({ net }: Experiment): Architecture | null => onShelf<Architecture>(architectures, net.name);
