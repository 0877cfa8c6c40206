import type { Preset } from './preset.ts';

/** Thirty relu layers with Glorot weights, trained: the loss stays at ln 10. **Source** He et al. 2015, 1502.01852. */
export const stalledRelu: Preset = {
  name: 'stalled-relu',
  aliases: ['xavier-relu'],
  summary: 'thirty relu layers with Glorot weights, trained: the loss stays at ln 10',
  query: 'depth=30 width=100 act=relu init=glorot-uniform train=150',
  why: [
    'The same network learns with init=he-normal: type it behind the name to see.',
    'The figure of the paper shows it on images; ten clusters suffice.',
  ],
  source: 'He et al. 2015, arXiv 1502.01852',
};
