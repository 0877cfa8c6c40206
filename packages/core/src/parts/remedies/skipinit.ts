import type { Remedy } from './remedy.ts';
import { hasBlocks } from './residual.ts';

/** SkipInit: branches behind a trained scale that starts at zero. **Source** De & Smith 2020, 2002.10444; Bachlechner et al. 2020, 2003.04887. */
export const skipinit: Remedy = {
  name: 'skipinit',
  aliases: ['rezero'],
  summary: 'residual branches behind a scale that starts at zero',
  mends: 'signal',
  exchanges: 'skips',
  why: 'every branch stands behind a scale that starts at zero and is learned, so each block starts as the identity',
  propose: ({ net, skip }) =>
    hasBlocks(net) && skip.name !== 'skipinit' ? { skip: { name: 'skipinit', parameter: null } } : null,
};
