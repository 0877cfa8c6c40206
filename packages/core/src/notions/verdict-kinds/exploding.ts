import type { Notion } from '../notion.ts';

/** The gradient grows on its way to the first layer, more than one learning rate can serve. */
export const exploding: Notion = {
  name: 'exploding',
  aliases: ['exploded', 'explode'],
  summary: 'the gradient grows on its way to the first layer, more than one learning rate can serve',
  explanation: {
    text: [
      'The gradient grows by more than two decades, a factor of 100, towards the input. A learning rate that suits the first layers then leaves the last ones standing, and the other way round.',
      'Smaller weights, normalised or scaled branches, or clipping while training help.',
    ],
    formula: 'decades > 2',
    source: null,
    example: 'depth=30 act=relu init=normal gain=4',
    seeAlso: ['exploding-gradient-problem', 'chaotic-phase', 'gradient-clipping'],
  },
};
