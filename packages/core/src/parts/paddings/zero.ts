import { type Padding, stretch } from './padding.ts';

/** Zeros beyond the borders, `same` of Keras and TensorFlow.js: kernels at a border find less, and pass less on. */
export const zero: Padding = {
  name: 'zero',
  aliases: ['zeros', 'same', 'constant'],
  summary: 'zeros beyond the borders, as "same" of Keras',
  shift: (tf, image, by) => {
    if (by === 0) return image;
    const side = image.shape[2] as number;
    const beyond = Math.min(Math.abs(by), side);
    const [kept, before, after] = by > 0 ? [[beyond, side], 0, beyond] : [[0, side - beyond], beyond, 0];
    if (beyond === side) return tf.mul(image, 0);
    const [from, to] = kept as [number, number];
    return tf.pad(stretch(tf, image, from, to), [
      [0, 0],
      [0, 0],
      [before, after],
      [0, 0],
    ]);
  },
  source: (position, side) => (position >= 0 && position < side ? position : null),
  story: 'Part of it leaves through the borders, where kernels find zeros.',
};
