import { residual } from '../layers/residual.ts';
import type { Skip } from './skip.ts';

/** SkipInit (ReZero): the branch starts with the scale 0, x + 0 · f(x), so the gradient at initialisation is independent of depth. **Source** De & Smith 2020, 2002.10444; Bachlechner et al. 2020, 2003.04887. */
export const skipinit: Skip = {
  name: 'skipinit',
  aliases: ['rezero'],
  summary: 'residual whose branch starts at scale 0 and grows while training',
  wrap: ({ branch, row, units }) => [residual({ branch: branch(), scale: 0, row, units, isScaleTrained: true })],
};
