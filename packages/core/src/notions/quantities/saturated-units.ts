import type { Notion } from '../notion.ts';

/** The share of units and examples on a flat stretch of the activation. */
export const saturatedUnits: Notion = {
  name: 'saturated-units',
  aliases: ['saturated', 'saturation', 'saturated-share'],
  summary: 'the share of units and examples on a flat stretch of the activation',
  explanation: {
    text: [
      'A unit is saturated where the slope of its activation is below a twentieth of the steepest.',
      'Its gradient is nearly lost there. Large weights saturate tanh and sigmoid; a chaotic network is saturated, and its gradient may explode all the same, since large weights also multiply.',
      'Rectifiers are not counted: their flat side is not saturation.',
    ],
    formula: '|φ′(z)| < 0.05 · max |φ′|',
    source: 'Glorot & Bengio 2010',
    example: 'depth=20 act=tanh init=normal gain=16 bias=0.09',
    seeAlso: ['verdict=saturated', 'slope', 'chaotic-phase'],
  },
};
