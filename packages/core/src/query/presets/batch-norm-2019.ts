import type { Preset } from './preset.ts';

/** Batch normalisation in a plain deep relu net: the gradient explodes. **Source** Yang et al. 2019, 1902.08129. */
export const batchNorm2019: Preset = {
  name: 'batch-norm-2019',
  aliases: ['yang-2019', 'exploding-batch-norm'],
  summary: 'batch normalisation in a plain deep relu net: the gradient explodes',
  query: 'depth=50 act=relu init=he-normal norm=batch',
  why: [
    'Each layer multiplies the squared gradient by π/(π − 1) ≈ 1.47, whatever the weights: what was thought a cure for gradients is none without skip connections.',
  ],
  source: 'Yang et al. 2019, arXiv 1902.08129',
};
