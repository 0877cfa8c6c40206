import type { Remedy } from './remedy.ts';
import { hasBlocks } from './residual.ts';

/** SkipInit: branches behind a trained scale that starts at zero. **Source** De & Smith 2020, 2002.10444; Bachlechner et al. 2020, 2003.04887. */
export const skipinit: Remedy = {
  name: 'skipinit',
  aliases: ['rezero'],
  summary: 'residual branches behind a scale that starts at zero',
  explanation: {
    text: [
      'Puts every residual branch behind a learned scale that starts at zero.',
      'Each block is the identity at first, so the gradient does not depend on depth; branches grow as they are of use.',
      'It replaces a normalisation in residual networks.',
    ],
    formula: 'x + α f(x), α = 0 at first',
    source: 'De & Smith 2020, arXiv 2002.10444; Bachlechner et al. 2020, arXiv 2003.04887',
    example: 'net=resnet depth=50 act=relu init=he-normal skip=skipinit',
    seeAlso: ['skipinit', 'remedy=fixup', 'resnet'],
  },
  mends: 'signal',
  exchanges: 'skips',
  why: 'every branch stands behind a scale that starts at zero and is learned, so each block starts as the identity',
  propose: ({ net, skip }) =>
    hasBlocks(net) && skip.name !== 'skipinit' ? { skip: { name: 'skipinit', parameter: null } } : null,
};
