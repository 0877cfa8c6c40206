import type { Preset } from './preset.ts';

/** A hundred residual blocks behind a scale that starts at zero. **Source** De & Smith 2020, 2002.10444. */
export const skipinit2020: Preset = {
  name: 'skipinit-2020',
  aliases: ['de-and-smith-2020', 'rezero-2020'],
  summary: 'a hundred residual blocks behind a scale that starts at zero',
  query: 'net=resnet depth=100 act=relu init=he-normal skip=skipinit',
  why: [
    'A single learned number per branch does what batch normalisation did for residual networks: it makes branches small at first.',
  ],
  source: 'De & Smith 2020, arXiv 2002.10444',
};
