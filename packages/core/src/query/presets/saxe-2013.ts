import type { Preset } from './preset.ts';

/** A hundred linear layers with orthogonal weights: nothing is lost. **Source** Saxe, McClelland & Ganguli 2013, 1312.6120. */
export const saxe2013: Preset = {
  name: 'saxe-2013',
  aliases: ['orthogonal-2013', 'deep-linear'],
  summary: 'a hundred linear layers with orthogonal weights: nothing is lost',
  query: 'depth=100 act=linear init=orthogonal',
  why: ['All singular values are 1, so every direction of the gradient passes a hundred layers as it is.'],
  source: 'Saxe, McClelland & Ganguli 2013, arXiv 1312.6120',
};
