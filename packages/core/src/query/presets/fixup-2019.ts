import type { Preset } from './preset.ts';

/** A hundred residual blocks without normalisation, by Fixup. **Source** Zhang, Dauphin & Ma 2019, 1901.09321. */
export const fixup2019: Preset = {
  name: 'fixup-2019',
  aliases: ['zhang-2019'],
  summary: 'a hundred residual blocks without normalisation, by Fixup',
  query: 'net=resnet depth=100 act=relu init=he-normal skip=fixup',
  why: [
    'Branches scaled by depth whose last matrix starts at zero: at initialisation the gradient does not know how deep the network is.',
  ],
  source: 'Zhang, Dauphin & Ma 2019, arXiv 1901.09321',
};
