import * as gates from '../../parts/gates/index.ts';
import { choiceOf, shelfWith } from './choice.ts';
import type { ChoiceKey, FlagKey, NumberKey } from './key.ts';

/** σ_in², the variance that inputs bring. */
export const input: NumberKey<number> = {
  kind: 'number',
  field: 'input',
  name: 'input',
  aliases: ['sigma-in2', 'sigma-in^2', 'σin2', 'σ-in^2', 'input-variance', 'drive'],
  noun: 'input variance',
  summary: 'variance that the inputs of a time step add to each pre-activation, σ_in²',
  example: 'net=rnn input=0.25',
  isVariable: true,
  isScale: true,
  minimum: 0,
  maximum: 1e6,
  because: { minimum: 'a variance is never negative', maximum: 'beyond which the inputs drown every state' },
  default: 1,
  nullWord: null,
};

/**
 * Spectral radius of the recurrent weights. It is exact of orthogonal and identity matrices; of independent entries σ_w is where
 * the circular law ends (Girko 1984), and the largest of n eigenvalues lies a little outside: measured over drawn matrices,
 * 6 ± 8 % at n = 32, 6 ± 5 % at 64, 5 ± 4 % at 128, 4 ± 2 % at 256, whether normal or uniform.
 */
export const radius: NumberKey = {
  kind: 'number',
  field: 'radius',
  name: 'radius',
  aliases: ['spectral-radius', 'rho', 'ρ'],
  noun: 'spectral radius',
  summary: 'spectral radius of the recurrent weights, σ_w; auto: as init and gain have it',
  example: 'net=rnn radius=1.2',
  isVariable: true,
  isScale: true,
  minimum: 0,
  maximum: 1000,
  because: { minimum: 'a radius is never negative', maximum: 'beyond which one step multiplies signals a thousandfold' },
  default: null,
  nullWord: 'auto',
};

/** Whether time steps share their weights. */
export const tied: FlagKey = {
  kind: 'flag',
  field: 'tied',
  name: 'tied',
  aliases: ['shared-weights', 'weight-sharing'],
  noun: 'sharing of weights',
  summary: 'whether all time steps use the same weights, as recurrent nets do',
  example: 'net=lstm tied=false',
  isVariable: true,
  default: true,
};

/** Gates of a recurrent cell. */
export const gate: ChoiceKey = {
  kind: 'choice',
  field: 'gate',
  name: 'gate',
  aliases: ['recurrent-activation', 'gates'],
  noun: 'gate',
  plural: 'gates',
  summary: 'what opens the gates of a cell; TensorFlow.js takes hard-sigmoid',
  example: 'net=lstm gate=hard-sigmoid',
  isVariable: true,
  shelf: shelfWith(gates),
  default: choiceOf('sigmoid'),
};

/** Bias of the forget gate. */
export const forget: NumberKey<number> = {
  kind: 'number',
  field: 'forget',
  name: 'forget',
  aliases: ['forget-bias', 'unit-forget-bias', 'bf'],
  noun: 'forget bias',
  summary: 'bias of the forget gate; 1 in Keras, 0 in TensorFlow.js',
  example: 'net=lstm forget=0',
  isVariable: true,
  isScale: true,
  minimum: -100,
  maximum: 100,
  because: { minimum: 'a gate that low is closed for good', maximum: 'a gate that high is open for good' },
  default: 1,
  nullWord: null,
};

/** Chrono initialisation of the gates' biases. */
export const chrono: NumberKey = {
  kind: 'number',
  field: 'chrono',
  name: 'chrono',
  aliases: ['chrono-init', 'chrono-initialization', 'chrono-initialisation', 'longest-memory'],
  noun: 'chrono memory',
  summary: 'spread forget biases over memories up to so many steps; none: forget is one',
  example: 'net=lstm chrono=100',
  isVariable: true,
  minimum: 3,
  maximum: 1e6,
  because: { minimum: 'memories are spread between 1 and one less', maximum: 'longer than any sequence that is measured' },
  default: null,
  nullWord: 'none',
};
