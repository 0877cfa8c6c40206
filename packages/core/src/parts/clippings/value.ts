import type { Clipping } from './clipping.ts';

/** Clipping by value, gᵢ ← max(−θ, min(θ, gᵢ)), entry by entry: large entries lose more than small ones, so the direction turns. **Source** Mikolov 2012, thesis. */
export const value: Clipping = {
  name: 'value',
  aliases: ['clip-value', 'by-value', 'element-wise'],
  summary: 'every entry is cut to the threshold by itself, which turns the direction',
  explanation: {
    text: [
      'Every entry of the gradient is cut to the threshold by itself.',
      'Large entries lose more than small ones, so the step no longer goes straight down the gradient.',
      'It needs no sum over all parameters; where the direction matters, clip by the norm.',
    ],
    formula: 'gᵢ ← max(−θ, min(θ, gᵢ))',
    source: 'Mikolov 2012',
    example: 'net=rnn act=relu init=orthogonal radius=1.5 steps=50 width=64 seeds=4 clip=0.1 clip-by=value train=100',
    seeAlso: ['clip', 'gradient-clipping', 'clip-by=norm'],
  },
  apply: (tf, gradients, threshold) => gradients.map((gradient) => tf.maximum(tf.minimum(gradient, threshold), -threshold)),
};
