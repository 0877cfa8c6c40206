import type { Notion } from '../notion.ts';

/** Gradients that resemble noise, for neighbouring inputs have unrelated ones. */
export const shatteredGradients: Notion = {
  name: 'shattered-gradients',
  aliases: ['shattering', 'gradient-shattering'],
  summary: 'gradients that resemble noise, for neighbouring inputs have unrelated ones',
  explanation: {
    text: [
      'If the gates of a rectifier net open independently for two inputs, the correlation of their gradients halves at every layer: (1/2)ᴸ.',
      'In residual networks it is (3/4)ᴸ, and with branches scaled by depth it fades only as 1/√L. The gradient may then have the right size and still be of little use.',
    ],
    formula: '(1/2)ᴸ plain, (3/4)ᴸ residual',
    source: 'Balduzzi et al. 2017, arXiv 1702.08591',
    example: 'net=resnet depth=30 act=relu init=he-normal skip=scaled',
    seeAlso: ['skip-connections', 'correlation', 'chaotic-phase'],
  },
};
