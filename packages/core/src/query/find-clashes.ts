import { complete } from '../experiment/complete.ts';
import { architectureOf, onShelf } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { keyOf } from '../experiment/keys.ts';
import type { Question } from '../experiment/question.ts';
import type { Clash } from '../parts/architectures/architecture.ts';
import * as losses from '../parts/losses/index.ts';
import type { Loss } from '../parts/losses/loss.ts';
import * as tasks from '../parts/tasks/index.ts';
import type { Task } from '../parts/tasks/task.ts';
import { mistake } from './mistake.ts';
import { networksOf } from './networks-of.ts';
import { printQuery } from './print-query.ts';
import { printValue } from './print-value.ts';

/** Settings of one network that do not go together, such as heads that do not divide its width; each said once. */
export const findClashes = (question: Question): readonly Issue[] => {
  const issues = networksOf(question).flatMap(clashOf);
  return issues.filter(({ message }, position) => issues.findIndex((other) => other.message === message) === position);
};

const clashOf = (experiment: Experiment): readonly Issue[] => {
  const ofArchitecture = architectureOf(experiment)?.clash?.(experiment) ?? null;
  const clashes = [ofArchitecture, directionTrained(experiment), classUnseen(experiment)].filter((clash) => clash !== null);
  const mended = complete(Object.fromEntries(clashes.map(({ field, nearest }) => [field, nearest])), experiment);
  const query = printQuery({ kind: 'network', experiment: mended });
  return clashes.map(({ field, problem }) => {
    const given = printValue(keyOf[field as keyof Experiment], experiment[field as keyof Experiment]);
    return mistake({ field, given, problem, nearest: query });
  });
};

/** A loss that is only a direction says nothing of right and wrong. */
const directionTrained = ({ train, loss }: Experiment): Clash | null =>
  train > 0 && onShelf<Loss>(losses, loss.name)?.hasReadout === false
    ? {
        field: 'loss',
        problem: `loss=${loss.name} is only a direction, and nothing can be learned from it`,
        nearest: keyOf.loss.default,
      }
    : null;

/** A batch without some of the classes is told apart by guessing, and accuracy says nothing any more. */
const classUnseen = ({ train, batch, task }: Experiment): Clash | null => {
  const period = onShelf<Task>(tasks, task.name)?.period ?? 1;
  return train > 0 && batch < period
    ? {
        field: 'batch',
        problem: `training on ${task.name} needs batch=${period} or more, for a batch to hold all classes`,
        nearest: period,
      }
    : null;
};
