import { residual } from '../layers/residual.ts';
import type { Skip } from './skip.ts';

/** Residual connection whose last matrix starts at zero: the block is the identity, and only that matrix receives a gradient. **Source** Goyal et al. 2017, 1706.02677. */
export const zero: Skip = {
  name: 'zero',
  aliases: ['zero-init', 'zero-gamma'],
  summary: 'residual whose last matrix starts at zero',
  explanation: {
    text: [
      'A residual connection whose last matrix in each branch starts at zero.',
      'Every block starts as the identity, and the gradient at initialisation does not depend on depth.',
      'At first only these last matrices receive a gradient.',
    ],
    formula: 'x + f(x), the last W of f = 0',
    source: 'Goyal et al. 2017, arXiv 1706.02677',
    example: 'net=resnet depth=50 act=relu init=he-normal skip=zero',
    seeAlso: ['fixup', 'skipinit', 'verdict=zero'],
  },
  wrap: ({ branch, matrices, row, units }) => [
    residual({
      branch: branch(Array.from({ length: matrices }, (_, number) => (number === matrices - 1 ? 0 : 1))),
      scale: 1,
      row,
      units,
    }),
  ],
};
