import * as activations from '../../parts/activations/index.ts';
import * as architectures from '../../parts/architectures/index.ts';
import * as initializers from '../../parts/initializers/index.ts';
import { choiceOf, shelfWith } from './choice.ts';
import type { ChoiceKey, IntegerKey, NumberKey } from './key.ts';

/** Architecture. */
export const net: ChoiceKey = {
  kind: 'choice',
  field: 'net',
  name: 'net',
  aliases: ['arch', 'architecture', 'network', 'model'],
  noun: 'network',
  plural: 'networks',
  summary: 'architecture of the network',
  example: 'net=mlp',
  isVariable: true,
  isTelling: true,
  shelf: shelfWith(architectures),
  default: choiceOf('mlp'),
};

/** Number of hidden layers. */
export const depth: IntegerKey = {
  kind: 'integer',
  field: 'depth',
  name: 'depth',
  aliases: ['layers', 'steps', 'l', 'hidden-layers', 'num-layers', 'time-steps'],
  rowAliases: { layers: 'layers', 'hidden-layers': 'layers', 'num-layers': 'layers', steps: 'steps', 'time-steps': 'steps' },
  noun: 'depth',
  summary: 'hidden layers; time steps of a recurrent network',
  example: 'depth=30',
  isVariable: true,
  minimum: 1,
  maximum: 2000,
  because: {
    minimum: 'a network has at least one hidden layer',
    maximum: 'the most layers that one reply can measure and one picture can show',
  },
  default: 10,
};

/** Units per layer. */
export const width: IntegerKey = {
  kind: 'integer',
  field: 'width',
  name: 'width',
  aliases: ['units', 'hidden', 'n', 'neurons', 'hidden-units', 'hidden-size', 'channels', 'filters'],
  noun: 'width',
  summary: 'units of each hidden layer, and input features',
  example: 'width=256',
  isVariable: true,
  minimum: 1,
  maximum: 4096,
  because: { minimum: 'a layer has at least one unit', maximum: 'the widest layer whose weights one reply can draw' },
  default: 128,
};

/** Activation function φ. */
export const activation: ChoiceKey = {
  kind: 'choice',
  field: 'activation',
  name: 'act',
  aliases: ['activation', 'phi', 'φ', 'fn', 'nonlinearity', 'non-linearity', 'activation-function'],
  noun: 'activation',
  plural: 'activations',
  summary: 'activation function of the hidden layers',
  example: 'act=relu',
  isVariable: true,
  isTelling: true,
  shelf: shelfWith(activations),
  default: choiceOf('sigmoid'),
};

/** How weights are drawn. */
export const init: ChoiceKey = {
  kind: 'choice',
  field: 'init',
  name: 'init',
  aliases: ['initializer', 'initialiser', 'initialization', 'initialisation', 'weights', 'weight-init', 'kernel-initializer'],
  noun: 'initializer',
  plural: 'initializers',
  summary: 'how the weights are drawn',
  example: 'init=he',
  isVariable: true,
  isTelling: true,
  shelf: shelfWith(initializers),
  default: choiceOf('glorot-uniform'),
};

/** σ_w², the variance of the weights times the fan in. */
export const gain: NumberKey = {
  kind: 'number',
  field: 'gain',
  name: 'gain',
  aliases: ['sigma-w2', 'sigma-w^2', 'σw2', 'σ-w^2', 'sw2', 'weight-variance', 'weights-variance', 'weight-gain'],
  noun: 'gain',
  summary: 'weight variance times fan in, σ_w²; auto: as init has it',
  example: 'gain=1.5',
  isVariable: true,
  isScale: true,
  minimum: 0,
  maximum: 1e6,
  because: { minimum: 'a variance is never negative', maximum: 'beyond which one layer multiplies signals a thousandfold' },
  default: null,
  nullWord: 'auto',
};

/** σ_b², the variance of the biases. */
export const bias: NumberKey<number> = {
  kind: 'number',
  field: 'bias',
  name: 'bias',
  aliases: ['sigma-b2', 'sigma-b^2', 'σb2', 'σ-b^2', 'sb2', 'bias-variance'],
  noun: 'bias',
  summary: 'variance of the biases, σ_b²',
  example: 'bias=0.05',
  isVariable: true,
  isScale: true,
  minimum: 0,
  maximum: 1e6,
  because: { minimum: 'a variance is never negative', maximum: 'beyond which the biases drown every signal' },
  default: 0,
  nullWord: null,
};
