import * as clippings from '../../parts/clippings/index.ts';
import * as optimizers from '../../parts/optimizers/index.ts';
import { choiceOf, shelfWith } from './choice.ts';
import type { ChoiceKey, IntegerKey, NumberKey } from './key.ts';

/** Optimizer. */
export const optimizer: ChoiceKey = {
  kind: 'choice',
  field: 'optimizer',
  name: 'opt',
  aliases: ['optimizer', 'optimiser', 'optim'],
  noun: 'optimizer',
  plural: 'optimizers',
  summary: 'how gradients become steps',
  example: 'opt=adam',
  isVariable: true,
  isTelling: true,
  shelf: shelfWith(optimizers),
  default: choiceOf('sgd'),
};

/** Learning rate η. */
export const lr: NumberKey = {
  kind: 'number',
  field: 'lr',
  name: 'lr',
  aliases: ['learning-rate', 'eta', 'η', 'step-size'],
  noun: 'learning rate',
  summary: 'learning rate; auto: the usual one of the optimizer',
  example: 'lr=0.01',
  isVariable: true,
  isScale: true,
  minimum: 0,
  maximum: 1e6,
  because: { minimum: 'a step goes down the gradient, never up', maximum: 'beyond which no optimizer is known to learn' },
  default: null,
  nullWord: 'auto',
};

/** What gradients are clipped to. */
export const clip: NumberKey = {
  kind: 'number',
  field: 'clip',
  name: 'clip',
  aliases: ['clip-norm', 'clipping', 'gradient-clipping', 'max-norm'],
  noun: 'clipping threshold',
  summary: 'what gradients are cut to while training; none: not clipped',
  example: 'clip=1',
  isVariable: true,
  isScale: true,
  minimum: 1e-12,
  maximum: 1e12,
  because: {
    minimum: 'a gradient clipped to nothing moves no weight',
    maximum: 'beyond which float32 overflows before anything is clipped',
  },
  default: null,
  nullWord: 'none',
};

/** Whether the global norm is clipped, or every entry. */
export const clipBy: ChoiceKey = {
  kind: 'choice',
  field: 'clipBy',
  name: 'clip-by',
  aliases: ['clip-mode', 'clipping-mode', 'clip-kind', 'clip-type'],
  noun: 'clipping',
  plural: 'clippings',
  summary: 'whether the global norm of the gradient is clipped, or every entry',
  example: 'clip=0.1 clip-by=value',
  isVariable: true,
  shelf: shelfWith(clippings),
  default: choiceOf('norm'),
  speaksOf: 'clip',
};

/** Weight decay λ. */
export const decay: NumberKey = {
  kind: 'number',
  field: 'decay',
  name: 'decay',
  aliases: ['weight-decay', 'wd', 'lambda', 'λ'],
  noun: 'weight decay',
  summary: 'share of itself a weight loses per step and lr; auto: 0.01 for adamw, else 0',
  example: 'opt=adamw decay=0.1',
  isVariable: true,
  isScale: true,
  minimum: 0,
  maximum: 1000,
  because: {
    minimum: 'weights that grow by themselves have no end',
    maximum: 'beyond which a step at the usual learning rate leaves nothing of a weight',
  },
  default: null,
  nullWord: 'auto',
};

/** Training steps. */
export const train: IntegerKey = {
  kind: 'integer',
  field: 'train',
  name: 'train',
  aliases: ['training', 'training-steps', 'train-steps', 'iterations'],
  noun: 'number of training steps',
  summary: 'training steps; 0 looks at initialisation only',
  example: 'train=300',
  isVariable: false,
  minimum: 0,
  maximum: 10_000,
  because: { minimum: 'training does not run backwards', maximum: 'the most steps that one picture can show' },
  default: 0,
};
