import type { Preset } from './preset.ts';

/** Tanh deep in the chaotic phase: a gradient that grows. **Source** Poole et al. 2016, 1606.05340. */
export const chaoticTanh: Preset = {
  name: 'chaotic-tanh',
  aliases: ['poole-2016'],
  summary: 'tanh deep in the chaotic phase: a gradient that grows',
  query: 'depth=60 act=tanh init=normal gain=4 bias=0.05',
  why: [
    'Each layer multiplies the squared gradient by 1.34. Many units are saturated, yet the gradient explodes: large weights outweigh flat slopes.',
  ],
  source: 'Poole et al. 2016, arXiv 1606.05340',
};
