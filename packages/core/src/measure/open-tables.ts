import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../engine/engine.ts';
import type { Task } from '../parts/tasks/task.ts';

/** What a task draws from, on the engine; whoever opens them disposes of them. */
export const openTables = ({ tf }: Engine, { tables = [] }: Task): readonly Tensor[] =>
  tables.map(({ values, shape }) => tf.tensor(values, [...shape]));
