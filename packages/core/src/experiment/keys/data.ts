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
  explanation: {
    text: [
      'Examples that are looked at together; the loss is their mean.',
      'It leaves gradients at initialisation as they are, up to noise, except behind batch normalisation, whose statistics it makes.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=tanh batch=128',
    seeAlso: ['norm=batch', 'seeds'],
  },
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
  explanation: {
    text: [
      'How many networks are drawn and measured side by side.',
      'One network tells about itself; the spread over many tells what is luck and what is the recipe, and how sure the mean is.',
    ],
    formula: 'standard error = sd / √seeds',
    source: null,
    example: 'depth=10 act=sigmoid seeds=32',
    seeAlso: ['confidence-interval', 'standard-deviation', 'seed'],
  },
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
  explanation: {
    text: [
      'The number of the first network drawn; the others follow it.',
      'Network number m is the same on every engine and however many are drawn beside it, so any answer can be had again.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=sigmoid seed=7',
    seeAlso: ['seeds'],
  },
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
  explanation: {
    text: [
      'What is differentiated: how wrong the outputs are, or, with probe, a random direction.',
      'The gradient starts here and has to reach the first layer.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=tanh loss=probe',
    seeAlso: ['crossentropy', 'mse', 'probe', 'chance'],
  },
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
  explanation: {
    text: [
      'Where the examples and their answers come from.',
      'It hardly changes gradients at initialisation, and decides what a training can show: depth alone, or memory over time.',
    ],
    formula: null,
    source: null,
    example: 'depth=4 act=tanh task=spirals train=300',
    seeAlso: ['clusters', 'adding', 'words', 'digits'],
  },
  example: 'task=pairs(0.9)',
  isVariable: true,
  isTelling: true,
  shelf: shelfWith(tasks),
  default: choiceOf('clusters'),
};
