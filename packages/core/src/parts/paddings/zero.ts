import type { Padding } from './padding.ts';

/** Zeros beyond the borders, `same` of Keras and TensorFlow.js: kernels at a border find less, and pass less on. */
export const zero: Padding = {
  name: 'zero',
  aliases: ['zeros', 'same', 'constant'],
  summary: 'zeros beyond the borders, as "same" of Keras',
  explanation: {
    text: [
      'Kernels find zeros beyond the borders, as with "same" of Keras.',
      'Positions at a border receive less and pass less back, so part of the gradient leaves there at every layer, the more the smaller the image.',
      'Compare with padding=circular to see how much.',
    ],
    formula: null,
    source: null,
    example: 'net=cnn depth=20 act=relu init=he-normal padding=zero',
    seeAlso: ['padding=circular', 'cnn', 'size'],
  },
  source: (position, side) => (position >= 0 && position < side ? position : null),
  story: 'Part of it leaves through the borders, where kernels find zeros.',
};
