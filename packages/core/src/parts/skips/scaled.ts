import { residual } from '../layers/residual.ts';
import type { Skip } from './skip.ts';

/** Residual connection whose branch is scaled by depth, x + f(x)/√L: growth (1 + 1/L)ᴸ ≤ e. **Source** Balduzzi et al. 2017, 1702.08591; De & Smith 2020, 2002.10444. */
export const scaled: Skip = {
  name: 'scaled',
  aliases: ['depth-scaled', 'inverse-root-depth'],
  summary: 'residual with the branch divided by the root of the depth, x + f(x)/√L',
  explanation: {
    text: [
      'A residual connection whose branch is divided by the root of the number of blocks.',
      'Over all blocks the squared gradient then grows to at most (1 + 1/L)ᴸ ≤ e, at any depth.',
      'It needs neither a normalisation nor weights that start at zero.',
    ],
    formula: 'x + f(x)/√L',
    source: 'Balduzzi et al. 2017, arXiv 1702.08591; De & Smith 2020, arXiv 2002.10444',
    example: 'net=resnet depth=50 act=relu init=he-normal skip=scaled',
    seeAlso: ['skip=residual', 'skipinit', 'skip=rescaled'],
  },
  wrap: ({ branch, blocks, row, units }) => [residual({ branch: branch(), scale: 1 / Math.sqrt(blocks), row, units })],
};
