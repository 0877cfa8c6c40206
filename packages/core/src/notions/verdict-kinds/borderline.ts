import type { Notion } from '../notion.ts';

/** Depth begins to cost, but the network trains. */
export const borderline: Notion = {
  name: 'borderline',
  aliases: ['weak'],
  summary: 'depth begins to cost, but the network trains',
  explanation: {
    text: [
      'The gradient gains or loses between a factor of 4.5 and the limit beyond which training fails.',
      'Such a network trains, with patience or a better learning rate; twice as deep it would not.',
    ],
    formula: '0.65 < |decades|',
    source: null,
    example: 'depth=30 act=tanh norm=layer',
    seeAlso: ['verdict=healthy', 'verdict=vanishing', 'trainable-depth'],
  },
};
