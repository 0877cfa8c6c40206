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
  example: 'net=cnn pool=2',
  isVariable: true,
  minimum: 0,
  maximum: 2000,
  because: { minimum: 'pooling does not come more often than layers', maximum: 'the deepest network there is' },
  default: 0,
};
