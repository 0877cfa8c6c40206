import { residual } from '../layers/residual.ts';
import type { Skip } from './skip.ts';

/** The scaling of Fixup alone: all matrices but the last scaled by L^(−1/(2m−2)), none of them zero. **Source** Zhang, Dauphin & Ma 2019, 1901.09321. */
export const rescaled: Skip = {
  name: 'rescaled',
  aliases: ['fixup-scaling'],
  summary: 'residual with matrices scaled by depth as Fixup does, none of them zero',
  explanation: {
    text: [
      'The scaling of Fixup alone: all matrices of a branch but the last are scaled down with depth, none of them starts at zero.',
      'The squared gradient then grows to about (1 + 1/L)ᴸ ≤ e over all L blocks instead of 2ᴸ.',
      'All matrices receive a gradient from the first step.',
    ],
    formula: 'W ← L^(−1/(2m−2)) W',
    source: 'Zhang, Dauphin & Ma 2019, arXiv 1901.09321',
    example: 'net=resnet depth=50 act=relu init=he-normal skip=rescaled',
    seeAlso: ['fixup', 'skip=scaled'],
  },
  wrap: ({ branch, blocks, matrices, row, units }) => {
    const factor = matrices === 1 ? 1 : blocks ** (-1 / (2 * matrices - 2));
    const factors = Array.from({ length: matrices }, (_, number) => (number === matrices - 1 ? 1 : factor));
    return [residual({ branch: branch(factors), scale: 1, row, units })];
  },
};
