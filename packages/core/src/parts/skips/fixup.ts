import { residual } from '../layers/residual.ts';
import type { Skip } from './skip.ts';

/**
 * Fixup: the matrices of a branch are scaled by L^(−1/(2m−2)), the last one starts at zero. A branch of one matrix has
 * only the zero. **Source** Zhang, Dauphin & Ma 2019, 1901.09321.
 */
export const fixup: Skip = {
  name: 'fixup',
  aliases: ['zhang-init'],
  summary: 'residual with matrices scaled by depth and the last one zero',
  wrap: ({ branch, blocks, matrices, row, units }) => {
    const factor = blocks ** (-1 / (2 * matrices - 2));
    const factors = Array.from({ length: matrices }, (_, number) => (number === matrices - 1 ? 0 : factor));
    return [residual({ branch: branch(factors), scale: 1, row, units })];
  },
};
