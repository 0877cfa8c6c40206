import * as losses from '../../parts/losses/index.ts';
import * as tasks from '../../parts/tasks/index.ts';
import { choiceOf, shelfWith } from './choice.ts';
import type { ChoiceKey, IntegerKey } from './key.ts';

/** Examples per batch. */
export const batch: IntegerKey = {
  kind: 'integer',
  field: 'batch',
  name: 'batch',
  aliases: ['batch-size', 'bs', 'examples', 'minibatch'],
  noun: 'batch',
  summary: 'examples per batch',
  example: 'batch=128',
  isVariable: true,
  minimum: 1,
  maximum: 4096,
  because: { minimum: 'a gradient needs an example', maximum: 'the largest batch whose activations one reply can hold' },
  default: 64,
};

/** How many networks are drawn. */
export const seeds: IntegerKey = {
  kind: 'integer',
  field: 'seeds',
  name: 'seeds',
  aliases: ['repeats', 'num-seeds', 'samples', 'runs'],
  noun: 'number of seeds',
  summary: 'how many networks are drawn; the spread is taken over them',
  example: 'seeds=32',
  isVariable: true,
  minimum: 1,
  maximum: 256,
  because: {
    minimum: 'something must be measured',
    maximum: 'where the spread is known to 5 % and more networks tell nothing new',
  },
  default: 16,
};

/** Number of the first network. */
export const seed: IntegerKey = {
  kind: 'integer',
  field: 'seed',
  name: 'seed',
  aliases: ['first-seed', 'random-seed', 'rng'],
  noun: 'seed',
  summary: 'number of the first network drawn',
  example: 'seed=7',
  isVariable: true,
  minimum: 0,
  maximum: 2 ** 31 - 1 - 256,
  because: { minimum: 'networks are counted from 0', maximum: 'so that the number of every network fits 31 bits' },
  default: 0,
};

/** Loss function. */
export const loss: ChoiceKey = {
  kind: 'choice',
  field: 'loss',
  name: 'loss',
  aliases: ['loss-function', 'objective', 'criterion', 'cost'],
  noun: 'loss',
  plural: 'losses',
  summary: 'what is differentiated; probe is the form theory speaks about',
  example: 'loss=probe',
  isVariable: true,
  isTelling: true,
  shelf: shelfWith(losses),
  default: choiceOf('crossentropy'),
};

/** Where the data come from. */
export const task: ChoiceKey = {
  kind: 'choice',
  field: 'task',
  name: 'task',
  aliases: ['data', 'dataset', 'problem'],
  noun: 'task',
  plural: 'tasks',
  summary: 'where the data come from',
  example: 'task=pairs(0.9)',
  isVariable: true,
  isTelling: true,
  shelf: shelfWith(tasks),
  default: choiceOf('clusters'),
};
