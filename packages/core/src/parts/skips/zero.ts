import { residual } from '../layers/residual.ts';
import type { Skip } from './skip.ts';

/** Residual connection whose last matrix starts at zero: the block is the identity, and only that matrix receives a gradient. **Source** Goyal et al. 2017, 1706.02677. */
export const zero: Skip = {
  name: 'zero',
  aliases: ['zero-init', 'zero-gamma'],
  summary: 'residual whose last matrix starts at zero',
  wrap: ({ branch, matrices, row, units }) => [
    residual({
      branch: branch(Array.from({ length: matrices }, (_, number) => (number === matrices - 1 ? 0 : 1))),
      scale: 1,
      row,
      units,
    }),
  ],
};
