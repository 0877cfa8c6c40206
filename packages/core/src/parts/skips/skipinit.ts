import { residual } from '../layers/residual.ts';
import type { Skip } from './skip.ts';

/** SkipInit (ReZero): the branch starts with the scale 0, x + 0 · f(x), so the gradient at initialisation is independent of depth. **Source** De & Smith 2020, 2002.10444; Bachlechner et al. 2020, 2003.04887. */
export const skipinit: Skip = {
  name: 'skipinit',
  aliases: ['rezero'],
  summary: 'residual whose branch starts at scale 0 and grows while training',
  explanation: {
    text: [
      'A residual connection whose branch stands behind a number that starts at 0 and is learned; ReZero is the same idea.',
      'Every block starts as the identity, so the gradient at initialisation is independent of depth.',
      'At first no weight of a branch receives a gradient, only the number in front of it does; as it grows, the weights wake up.',
    ],
    formula: 'x + α f(x), α = 0 at first',
    source: 'De & Smith 2020, arXiv 2002.10444; Bachlechner et al. 2020, arXiv 2003.04887',
    example: 'net=resnet depth=50 act=relu init=he-normal skip=skipinit',
    seeAlso: ['fixup', 'skip=zero', 'skip=scaled'],
  },
  wrap: ({ branch, row, units }) => [residual({ branch: branch(), scale: 0, row, units, isScaleTrained: true })],
};
