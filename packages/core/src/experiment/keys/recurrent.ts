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
  explanation: {
    text: [
      'σ_in², the variance that the inputs of a time step add to each pre-activation of a recurrent net.',
      'A strong drive pushes tanh into its flat parts and makes the net forget faster; without any the state dies out or lives by itself.',
    ],
    formula: 'q = σ_w² E φ² + σ_in²',
    source: 'Chen, Pennington & Schoenholz 2018, arXiv 1806.05394',
    example: 'net=rnn act=tanh steps=30 input=0.25',
    seeAlso: ['rnn', 'radius', 'chi'],
  },
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
  explanation: {
    text: [
      'The spectral radius of the recurrent weights: the largest absolute value of an eigenvalue.',
      'It is the rate at which a linear recurrent net grows or fades over long times, and the root of the gain for random weights; slopes of the activation come on top.',
      'Near 1 memory lasts longest.',
    ],
    formula: 'ρ(W) → σ_w for large random matrices',
    source: 'Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
    example: 'net=rnn act=linear init=orthogonal radius=0.9 steps=50',
    seeAlso: ['rnn', 'gain', 'backpropagation-through-time'],
  },
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
  explanation: {
    text: [
      'Whether all time steps use the same weights, as recurrent nets do, or fresh ones each.',
      'In gated cells the ways of a gradient through shared weights add up coherently, so it fades more slowly than with fresh weights; in a plain tanh net it makes no difference.',
    ],
    formula: null,
    source: 'Chen, Pennington & Schoenholz 2018, arXiv 1806.05394',
    example: 'net=lstm steps=30 tied=false',
    seeAlso: ['lstm', 'gru', 'backpropagation-through-time'],
  },
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
  explanation: {
    text: [
      'The function that opens and closes the gates of a recurrent cell: sigmoid, or the hard sigmoid that TensorFlow.js takes.',
      'A hard gate that is fully open or closed passes no gradient to what opens it.',
    ],
    formula: null,
    source: null,
    example: 'net=lstm steps=50 gate=hard-sigmoid forget=0',
    seeAlso: ['lstm', 'gru', 'hard-sigmoid'],
  },
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
  explanation: {
    text: [
      'The bias of the forget gate of an lstm: how much of its memory it keeps before it has learned anything.',
      'At 0 half is lost at every step, at 1 (Keras) a quarter, at 3 a twentieth; TensorFlow.js starts at 0.',
      'High biases keep gradients over long times.',
    ],
    formula: 'f = sigmoid(b_f): 0.5, 0.73, 0.95 at 0, 1, 3',
    source: 'Gers 2000; Jozefowicz et al. 2015',
    example: 'net=lstm steps=100 forget=0',
    seeAlso: ['lstm', 'chrono', 'gate'],
  },
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
  explanation: {
    text: [
      'Spreads the forget biases of an lstm so that the memories of its units reach from one step to this many.',
      'Some units keep the gradient over the whole sequence, others over a few steps; set it to the longest lag of the task.',
    ],
    formula: 'b_f = ln u, b_i = −b_f, u ~ U(1, T − 1)',
    source: 'Tallec & Ollivier 2018, arXiv 1804.11188',
    example: 'net=lstm steps=100 chrono=100',
    seeAlso: ['forget', 'lstm', 'adding'],
  },
  example: 'net=lstm chrono=100',
  isVariable: true,
  minimum: 3,
  maximum: 1e6,
  because: { minimum: 'memories are spread between 1 and one less', maximum: 'longer than any sequence that is measured' },
  default: null,
  nullWord: 'none',
};
