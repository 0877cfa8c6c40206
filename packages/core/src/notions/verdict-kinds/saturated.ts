import type { Notion } from '../notion.ts';

/** More than half of the units of some layer sit where the activation is flat. */
export const saturated: Notion = {
  name: 'saturated',
  aliases: ['flat'],
  summary: 'more than half of the units of some layer sit where the activation is flat',
  explanation: {
    text: [
      'Large weights or inputs drive units to the flat ends of their activation, where the slope is below a twentieth of the steepest.',
      'Little gradient passes them, and training has to bring them back first. Smaller weights or a normalisation in front of the activation help.',
    ],
    formula: 'saturated share > 0.5',
    source: 'Glorot & Bengio 2010',
    example: 'depth=5 act=sigmoid init=normal gain=400',
    seeAlso: ['saturated-units', 'chaotic-phase', 'place=before'],
  },
};
