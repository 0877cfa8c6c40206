import type { Padding } from './padding.ts';

/** Zeros beyond the borders, `same` of Keras and TensorFlow.js: kernels at a border find less, and pass less on. */
export const zero: Padding = {
  name: 'zero',
  aliases: ['zeros', 'same', 'constant'],
  summary: 'zeros beyond the borders, as "same" of Keras',
  source: (position, side) => (position >= 0 && position < side ? position : null),
  story: 'Part of it leaves through the borders, where kernels find zeros.',
};
