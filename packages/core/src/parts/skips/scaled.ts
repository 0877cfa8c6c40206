import { residual } from '../layers/residual.ts';
import type { Skip } from './skip.ts';

/** Residual connection whose branch is scaled by depth, x + f(x)/√L: growth (1 + 1/L)ᴸ ≤ e. **Source** Balduzzi et al. 2017, 1702.08591; De & Smith 2020, 2002.10444. */
export const scaled: Skip = {
  name: 'scaled',
  aliases: ['depth-scaled', 'inverse-root-depth'],
  summary: 'residual with the branch divided by the root of the depth, x + f(x)/√L',
  wrap: ({ branch, blocks, row, units }) => [residual({ branch: branch(), scale: 1 / Math.sqrt(blocks), row, units })],
};
