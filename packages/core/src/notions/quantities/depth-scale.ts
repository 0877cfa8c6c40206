import type { Notion } from '../notion.ts';

/** Ξ, the number of layers over which the squared gradient changes by a factor e. */
export const depthScale: Notion = {
  name: 'depth-scale',
  aliases: ['xi', 'ξ', 'correlation-length'],
  summary: 'ξ, the number of layers over which the squared gradient changes by a factor e',
  explanation: {
    text: [
      'How deep a signal reaches: over ξ layers the squared gradient changes by a factor of e = 2.72.',
      "Networks were found to train up to about six of them; this lab's threshold for vanishing, 1.3 decades, is that rule. On the edge of chaos ξ is infinite.",
    ],
    formula: 'ξ = 1 / |ln χ₁|',
    source: 'Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=30 act=tanh init=normal gain=1.5 bias=0.05',
    seeAlso: ['chi', 'trainable-depth', 'edge-of-chaos'],
  },
};
