import * as paddings from '../../parts/paddings/index.ts';
import { choiceOf, shelfWith } from './choice.ts';
import type { ChoiceKey, IntegerKey } from './key.ts';

/** Positions of a kernel along each side. */
export const kernel: IntegerKey = {
  kind: 'integer',
  field: 'kernel',
  name: 'kernel',
  aliases: ['kernel-size', 'filter-size', 'receptive-field', 'taps'],
  noun: 'kernel size',
  summary: 'positions of a convolution kernel along each side',
  explanation: {
    text: [
      'How many positions a convolution sees along each side.',
      'It enters the fan in, so well-scaled weights make the factor per layer independent of it; a larger kernel mixes positions faster and loses more at borders of zeros.',
    ],
    formula: 'fan in = kernel^dims · channels',
    source: 'Xiao et al. 2018, arXiv 1806.05393',
    example: 'net=cnn depth=20 act=relu init=he-normal kernel=5',
    seeAlso: ['cnn', 'padding', 'fan-in'],
  },
  example: 'net=cnn kernel=5',
  isVariable: true,
  minimum: 1,
  maximum: 15,
  because: { minimum: 'a kernel sees one position at least', maximum: 'the most copies of an image that one reply can hold' },
  default: 3,
};

/** What kernels find beyond the borders. */
export const padding: ChoiceKey = {
  kind: 'choice',
  field: 'padding',
  name: 'padding',
  aliases: ['pad', 'borders', 'boundary'],
  noun: 'padding',
  plural: 'paddings',
  summary: 'what convolution kernels find beyond the borders',
  explanation: {
    text: [
      'What kernels find beyond the border of an image: zeros, or the opposite side.',
      'Zeros let part of the gradient leave at the borders.',
    ],
    formula: null,
    source: 'Xiao et al. 2018, arXiv 1806.05393',
    example: 'net=cnn depth=20 act=relu init=he-normal padding=circular',
    seeAlso: ['padding=zero', 'padding=circular', 'cnn'],
  },
  example: 'net=cnn padding=circular',
  isVariable: true,
  shelf: shelfWith(paddings),
  default: choiceOf('zero'),
};

/** Sides of an image. */
export const dims: IntegerKey = {
  kind: 'integer',
  field: 'dims',
  name: 'dims',
  aliases: ['dimensions', 'spatial-dims', 'rank'],
  noun: 'number of dimensions',
  summary: 'spatial dimensions of a convolutional network: 1 a line, 2 a plane',
  explanation: {
    text: [
      'Whether the network convolves along a line (1) or over a plane (2).',
      'On a plane every position has more neighbours and more border, so more is lost to padding with zeros.',
    ],
    formula: null,
    source: null,
    example: 'net=cnn depth=6 width=16 act=relu init=he-normal dims=2 size=6',
    seeAlso: ['cnn', 'size', 'kernel'],
  },
  example: 'net=cnn dims=2',
  isVariable: true,
  minimum: 1,
  maximum: 2,
  because: { minimum: 'without positions there is nothing to convolve', maximum: 'beyond which kernels outgrow one reply' },
  // a plane of the same side costs twenty-four times as much: too long for an answer to a first question
  default: 1,
};

/** Positions along each side of the input. */
export const size: IntegerKey = {
  kind: 'integer',
  field: 'size',
  name: 'size',
  aliases: ['image-size', 'input-size', 'sites', 'side'],
  noun: 'size',
  summary: 'positions along each side of the input of a convolutional network',
  explanation: {
    text: [
      'Positions along each side of the input of a convolutional network.',
      'The smaller the image, the larger the share of positions at its border, and the more gradient leaves there when padding is zero.',
    ],
    formula: null,
    source: null,
    example: 'net=cnn depth=20 act=relu init=he-normal size=4',
    seeAlso: ['padding', 'pool', 'cnn'],
  },
  example: 'net=cnn size=16',
  isVariable: true,
  minimum: 1,
  maximum: 64,
  because: { minimum: 'an image has one position at least', maximum: 'the largest image whose copies one reply can hold' },
  default: 8,
};

/** Layers between two poolings. */
export const pool: IntegerKey = {
  kind: 'integer',
  field: 'pool',
  name: 'pool',
  aliases: ['pooling', 'pool-every', 'average-pooling'],
  noun: 'pooling',
  summary: 'layers after which average pooling halves each even side; 0: none',
  explanation: {
    text: [
      'After so many layers, average pooling halves each side of the image; 0 means never.',
      'An average hands each position only its share of the gradient, but weights, which collect it from all positions, do not notice.',
    ],
    formula: null,
    source: null,
    example: 'net=cnn depth=6 act=relu init=he-normal size=16 pool=2',
    seeAlso: ['cnn', 'size'],
  },
  example: 'net=cnn pool=2',
  isVariable: true,
  minimum: 0,
  maximum: 2000,
  because: { minimum: 'pooling does not come more often than layers', maximum: 'the deepest network there is' },
  default: 0,
};
