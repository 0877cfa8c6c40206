import type { Preset } from './preset.ts';

/** Fifty residual blocks with batch normalisation, as first published. **Source** He et al. 2015, 1512.03385. */
export const resnet2015: Preset = {
  name: 'resnet-2015',
  aliases: ['he-resnet'],
  summary: 'fifty residual blocks with batch normalisation, as first published',
  query: 'net=resnet depth=50 act=relu init=he-normal norm=batch order=post',
  why: [
    'Ways around the blocks carried networks beyond a hundred layers.',
    'In this first order the stream passes a relu at every block; add order=pre to see it free.',
  ],
  source: 'He et al. 2015, arXiv 1512.03385',
};
