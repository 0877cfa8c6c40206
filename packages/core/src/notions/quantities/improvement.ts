import type { Notion } from '../notion.ts';

/** Decades by which a remedy flattens the gradient over all layers. */
export const improvement: Notion = {
  name: 'improvement',
  aliases: ['effect', 'treatment', 'treatments', 'flatter'],
  summary: 'decades by which a remedy flattens the gradient over all layers',
  explanation: {
    text: [
      'How far the gradient of the network as it is lies from flat, less how far it does with the remedy, on the same seeds. A negative improvement makes it worse.',
      'A remedy cures where the verdict becomes healthy. What changes the size of the steps alone, such as Adam or clipping, leaves the gradient at the start as it was and shows in training.',
    ],
    formula: '|decades before| − |decades after|',
    source: null,
    example: 'fix depth=30 act=sigmoid',
    seeAlso: ['decades-per-layer', 'healthy', 'remedy=residual'],
  },
};
