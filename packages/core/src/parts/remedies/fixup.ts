import type { Remedy } from './remedy.ts';
import { hasBlocks } from './residual.ts';

/** Fixup: branches scaled by depth, the last matrix of each zero. **Source** Zhang, Dauphin & Ma 2019, 1901.09321. */
export const fixup: Remedy = {
  name: 'fixup',
  aliases: [],
  summary: 'residual branches scaled by depth, the last matrix of each zero',
  mends: 'signal',
  exchanges: 'skips',
  why: 'the last matrix of every branch starts at zero, so each block starts as the identity, and the scale of the others keeps steps small',
  propose: ({ net, skip }) => (hasBlocks(net) && skip.name !== 'fixup' ? { skip: { name: 'fixup', parameter: null } } : null),
};
