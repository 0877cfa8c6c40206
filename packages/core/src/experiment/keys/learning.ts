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
  explanation: {
    text: [
      'How gradients become steps of the weights.',
      'Plain descent moves a layer as far as its gradient is large; adaptive optimizers divide by that size first.',
    ],
    formula: null,
    source: null,
    example: 'depth=5 act=sigmoid opt=adam train=200',
    seeAlso: ['sgd', 'adam', 'update-ratio'],
  },
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
  explanation: {
    text: [
      'The learning rate η, by which gradients are multiplied to become steps.',
      'One rate serves all layers only where their gradients are of like size; that is why vanishing and exploding gradients cannot be mended by it.',
    ],
    formula: 'Δw = −η g',
    source: null,
    example: 'depth=5 act=tanh lr=0.1 train=150',
    seeAlso: ['update-ratio', 'optimizer', 'sgd'],
  },
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
  explanation: {
    text: [
      'The size to which gradients are cut while training; what is smaller stays as it is.',
      'It keeps an exploding gradient from throwing the weights away, and does nothing for a vanishing one.',
    ],
    formula: null,
    source: 'Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
    example: 'net=rnn act=relu init=orthogonal radius=1.5 steps=50 width=64 seeds=4 clip=1 train=100',
    seeAlso: ['gradient-clipping', 'clip-by', 'exploding-gradient-problem'],
  },
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
  explanation: {
    text: ['Whether the gradient is clipped by its norm over all parameters, which keeps its direction, or entry by entry.'],
    formula: null,
    source: 'Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
    example: 'net=rnn act=relu init=orthogonal radius=1.5 steps=50 width=64 seeds=4 clip=0.1 clip-by=value train=100',
    seeAlso: ['clip-by=norm', 'clip-by=value', 'clip'],
  },
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
  explanation: {
    text: [
      'The share of itself that a weight loses per step and unit of learning rate.',
      'It acts beside the gradient and not through it, so weights that receive no gradient shrink all the same.',
    ],
    formula: 'Δw = … − η λ w',
    source: 'Loshchilov & Hutter 2017, arXiv 1711.05101',
    example: 'depth=3 act=tanh decay=0.1 train=150',
    seeAlso: ['adamw', 'update-ratio'],
  },
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
  explanation: {
    text: [
      'How many steps the networks are trained; 0 looks at initialisation only.',
      'The answer says which layers moved, when, and whether what was said beforehand came true.',
    ],
    formula: null,
    source: null,
    example: 'depth=10 act=sigmoid train=200',
    seeAlso: ['movement', 'trainable-depth', 'learned'],
  },
  example: 'train=300',
  isVariable: false,
  minimum: 0,
  maximum: 10_000,
  because: { minimum: 'training does not run backwards', maximum: 'the most steps that one picture can show' },
  default: 0,
};
