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
  explanation: {
    text: [
      'The architecture: what the layers are and how they are joined.',
      'It decides by which ways a gradient comes back: through every layer in turn, past blocks, or through time.',
    ],
    formula: null,
    source: null,
    example: 'net=resnet depth=20 act=relu init=he-normal skip=scaled',
    seeAlso: ['mlp', 'resnet', 'rnn', 'transformer'],
  },
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
  explanation: {
    text: [
      'The number of hidden layers; in a recurrent network the number of time steps, in a residual one of blocks.',
      'Any factor per layer other than 1 is raised to this power, so depth turns a small loss into a vanished gradient.',
      'Ask for a range, depth=2..64, to watch it happen.',
    ],
    formula: '|d_1|² / |d_L|² = ∏ σ_w² E φ′²',
    source: 'Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=30 act=sigmoid',
    seeAlso: ['vanishing-gradient-problem', 'depth-scale', 'decades-per-layer'],
  },
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
  explanation: {
    text: [
      'Units of each hidden layer, channels of a convolution; also the number of input features where the task leaves it open.',
      'Theory speaks of infinite width. A finite network scatters around it: the logarithm of the squared gradient varies from network to network by about κ · depth/width.',
      'A narrow deep net is therefore a matter of luck.',
    ],
    formula: 'Var ln |d|² ≈ κ L/n',
    source: 'Hanin & Nica 2018, arXiv 1812.05994',
    example: 'depth=30 width=32 act=relu init=he-normal',
    seeAlso: ['finite-width', 'depth', 'fan-in'],
  },
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
  explanation: {
    text: [
      'The function φ that bends what the weights have summed up; without one, layers would multiply into one matrix.',
      'On the way back the gradient is multiplied by its slope, so E φ′² is its part of the factor per layer.',
    ],
    formula: 'h = φ(z),  ∂L/∂z = φ′(z) ∂L/∂h',
    source: null,
    example: 'depth=10 act=tanh',
    seeAlso: ['sigmoid', 'tanh', 'relu', 'slope'],
  },
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
  explanation: {
    text: [
      'How the weights are drawn before training.',
      'Their variance decides how large signals and gradients are at every depth; their law (normal, uniform, orthogonal) only how much networks scatter.',
      'A good start makes the factor per layer 1 for the activation at hand.',
    ],
    formula: 'σ_w² = fan in · Var W',
    source: 'Glorot & Bengio 2010; He et al. 2015, arXiv 1502.01852',
    example: 'depth=30 act=relu init=he-normal',
    seeAlso: ['glorot-uniform', 'he-normal', 'orthogonal', 'gain'],
  },
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
  explanation: {
    text: [
      'σ_w², the variance of a weight times the number of inputs of its unit.',
      "It is the weights' part of the factor per layer: the squared gradient takes σ_w² E φ′². LeCun weights have 1, He weights 2.",
      'Below the critical value gradients vanish, above it they explode.',
    ],
    formula: 'σ_w² = fan in · Var W',
    source: 'Poole et al. 2016, arXiv 1606.05340',
    example: 'depth=30 act=tanh init=normal gain=2.5 bias=0.05',
    seeAlso: ['edge-of-chaos', 'bias', 'chi', 'fan-in'],
  },
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
  explanation: {
    text: [
      'σ_b², the variance of the biases. Frameworks start biases at 0; here they may be drawn.',
      'Biases are the same for all examples, so they make different inputs alike and move the critical σ_w² upwards, for tanh from 1 to 1.76 at σ_b² = 0.05.',
    ],
    formula: 'b ~ N(0, σ_b²)',
    source: 'Poole et al. 2016, arXiv 1606.05340',
    example: 'depth=50 act=tanh init=normal gain=1.76 bias=0.05',
    seeAlso: ['gain', 'edge-of-chaos', 'correlation'],
  },
  example: 'bias=0.05',
  isVariable: true,
  isScale: true,
  minimum: 0,
  maximum: 1e6,
  because: { minimum: 'a variance is never negative', maximum: 'beyond which the biases drown every signal' },
  default: 0,
  nullWord: null,
};
