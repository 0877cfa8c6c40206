import type { Remedy } from './remedy.ts';
import { hasBlocks } from './residual.ts';

/** Fixup: branches scaled by depth, the last matrix of each zero. **Source** Zhang, Dauphin & Ma 2019, 1901.09321. */
export const fixup: Remedy = {
  name: 'fixup',
  aliases: [],
  summary: 'residual branches scaled by depth, the last matrix of each zero',
  explanation: {
    text: [
      'Scales residual branches down with depth and starts the last matrix of each at zero.',
      'Each block is the identity at first, so the gradient is the same at all depths, and steps stay small as branches grow.',
      'It stands in for a normalisation in residual networks.',
    ],
    formula: 'W ← L^(−1/(2m−2)) W, the last W = 0',
    source: 'Zhang, Dauphin & Ma 2019, arXiv 1901.09321',
    example: 'net=resnet depth=50 act=relu init=he-normal skip=fixup',
    seeAlso: ['fixup', 'skipinit', 'resnet'],
  },
  mends: 'signal',
  exchanges: 'skips',
  why: 'the last matrix of every branch starts at zero, so each block starts as the identity, and the scale of the others keeps steps small',
  propose: ({ net, skip }) => (hasBlocks(net) && skip.name !== 'fixup' ? { skip: { name: 'fixup', parameter: null } } : null),
};
