import type { Preset } from './preset.ts';

/** A deep tanh convolutional net with delta-orthogonal kernels. **Source** Xiao et al. 2018, 1806.05393. */
export const xiao2018: Preset = {
  name: 'xiao-2018',
  aliases: ['ten-thousand-layers', 'delta-orthogonal-cnn'],
  summary: 'a deep tanh convolutional net with delta-orthogonal kernels',
  query: 'net=cnn depth=200 width=32 act=tanh init=delta-orthogonal gain=1.05 bias=0.0000201',
  why: [
    'The paper trains ten thousand layers without skip connections or normalisation; two hundred lose less than a decade, most of it next to the input, where the signal still settles.',
  ],
  source: 'Xiao et al. 2018, arXiv 1806.05393',
};
