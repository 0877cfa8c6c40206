import type { Preset } from './preset.ts';

/** A hundred selu layers that normalise themselves. **Source** Klambauer et al. 2017, 1706.02515. */
export const selu2017: Preset = {
  name: 'selu-2017',
  aliases: ['klambauer-2017', 'self-normalising'],
  summary: 'a hundred selu layers that normalise themselves',
  query: 'depth=100 act=selu init=lecun-normal',
  why: [
    'The signal holds mean 0 and variance 1 over all layers without any normalisation; the squared gradient grows by 1.07 per layer.',
  ],
  source: 'Klambauer et al. 2017, arXiv 1706.02515',
};
