import type { Preset } from './preset.ts';

/** Four hundred sigmoid layers: a gradient that float32 cannot hold. */
export const sigmoid400: Preset = {
  name: 'sigmoid-400',
  aliases: ['deepest-sigmoid', 'underflow'],
  summary: 'four hundred sigmoid layers: a gradient that float32 cannot hold',
  query: 'depth=400 act=sigmoid',
  why: [
    'The first layer receives some 10⁻²⁵⁴, a number that float32 makes zero and this laboratory keeps as a logarithm.',
    'The verdict says from which layer on a training would see nothing at all.',
  ],
  source: null,
};
