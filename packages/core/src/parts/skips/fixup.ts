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
  explanation: {
    text: [
      'A residual connection whose branches are scaled down with depth, and whose last matrix in each branch starts at zero.',
      'Every block starts as the identity, so the gradient at initialisation does not depend on depth, without any normalisation.',
      'At first only the last matrices receive a gradient; once they have moved the others follow.',
    ],
    formula: 'x + f(x), W ← L^(−1/(2m−2)) W, the last W = 0',
    source: 'Zhang, Dauphin & Ma 2019, arXiv 1901.09321',
    example: 'net=resnet depth=50 act=relu init=he-normal skip=fixup',
    seeAlso: ['skip=rescaled', 'skipinit', 'skip=zero'],
  },
  wrap: ({ branch, blocks, matrices, row, units }) => {
    const factor = blocks ** (-1 / (2 * matrices - 2));
    const factors = Array.from({ length: matrices }, (_, number) => (number === matrices - 1 ? 0 : factor));
    return [residual({ branch: branch(factors), scale: 1, row, units })];
  },
};
