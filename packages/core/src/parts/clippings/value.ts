import type { Clipping } from './clipping.ts';

/** Clipping by value, gᵢ ← max(−θ, min(θ, gᵢ)), entry by entry: large entries lose more than small ones, so the direction turns. **Source** Mikolov 2012, thesis. */
export const value: Clipping = {
  name: 'value',
  aliases: ['clip-value', 'by-value', 'element-wise'],
  summary: 'every entry is cut to the threshold by itself, which turns the direction',
  apply: (tf, gradients, threshold) => gradients.map((gradient) => tf.maximum(tf.minimum(gradient, threshold), -threshold)),
};
