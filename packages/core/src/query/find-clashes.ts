import { complete, defaultsFor } from '../experiment/complete.ts';
import { architectureOf } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { keyOf } from '../experiment/keys.ts';
import type { Question } from '../experiment/question.ts';
import { taskClash } from '../experiment/reading.ts';
import type { Clash } from '../parts/clash.ts';
import * as losses from '../parts/losses/index.ts';
import type { Loss } from '../parts/losses/loss.ts';
import { onShelf } from '../parts/shelf.ts';
import * as tasks from '../parts/tasks/index.ts';
import type { Task } from '../parts/tasks/task.ts';
import { mistake } from './mistake.ts';
import { networksOf } from './networks-of.ts';
import { printNetwork, printQuery } from './print-query.ts';
import { printValue } from './print-value.ts';

/** Settings of one network that do not go together, such as heads that do not divide its width; each said once. */
export const findClashes = (question: Question): readonly Issue[] => {
  const issues = networksOf(question).flatMap((experiment) => clashOf(experiment, question));
  return issues.filter(({ problem }, position) => issues.findIndex((other) => other.problem === problem) === position);
};

const clashOf = (experiment: Experiment, question: Question): readonly Issue[] => {
  const clashes = clashesOf(experiment);
  if (clashes.length === 0) return [];
  const nearest = mendAll(question, clashes) ?? printNetwork(mend(experiment));
  return clashes.map(({ field, problem }) => {
    const given = printValue(keyOf[field as keyof Experiment], experiment[field as keyof Experiment]);
    return mistake({ field, given, problem, nearest });
  });
};

/** A study whose networks all go together once what clashes in one of them is changed in all; null where that does not suffice. */
const mendAll = (question: Question, clashes: readonly Clash[]): string | null => {
  if (!('axes' in question)) return null;
  const change = Object.fromEntries(clashes.map(({ field, nearest }) => [field, nearest]));
  const mended = { ...question, experiment: complete(change, question.experiment, question.axes) };
  return networksOf(mended).some((experiment) => clashesOf(experiment).length > 0) ? null : printQuery(mended);
};

const clashesOf = (experiment: Experiment): readonly Clash[] =>
  [
    architectureOf(experiment)?.clash?.(experiment) ?? null,
    taskClash(experiment),
    classesMissing(experiment),
    directionTrained(experiment),
    classUnseen(experiment),
  ].filter((clash) => clash !== null);

/** Mending one clash may bring up another: an lstm in place of an mlp needs enough steps. */
const mostRounds = 4;

/** The nearest network in which nothing clashes. */
const mend = (experiment: Experiment, rounds = mostRounds): Experiment => {
  const clashes = clashesOf(experiment);
  if (clashes.length === 0 || rounds === 0) return experiment;
  return mend(complete(Object.fromEntries(clashes.map(({ field, nearest }) => [field, nearest])), experiment), rounds - 1);
};

/** A loss that tells classes apart has nothing to say of a number. */
const classesMissing = ({ loss, task }: Experiment): Clash | null =>
  onShelf<Loss>(losses, loss.name)?.needsClasses === true && onShelf<Task>(tasks, task.name)?.answers.kind === 'number'
    ? {
        field: 'loss',
        problem: `loss=${loss.name} tells classes apart, and task=${task.name} asks for a number`,
        nearest: defaultsFor(task).loss,
      }
    : null;

/** A loss that is only a direction says nothing of right and wrong. */
const directionTrained = ({ train, loss, task }: Experiment): Clash | null =>
  train > 0 && onShelf<Loss>(losses, loss.name)?.hasReadout === false
    ? {
        field: 'loss',
        problem: `loss=${loss.name} is only a direction, and nothing can be learned from it`,
        nearest: defaultsFor(task).loss,
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
