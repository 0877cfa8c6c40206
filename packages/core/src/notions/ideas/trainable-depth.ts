import type { Notion } from '../notion.ts';

/** How deep a network may be and still train. */
export const trainableDepth: Notion = {
  name: 'trainable-depth',
  aliases: ['is-trainable', 'trainable', 'trainability'],
  summary: 'how deep a network may be and still train',
  explanation: {
    text: [
      'Networks were found to train up to about six depth scales: beyond, too little of the input arrives at the top, and too little of the gradient at the bottom.',
      'On the edge of chaos the depth scale is infinite, and networks of any depth train. A verdict of vanishing here means that this limit is passed.',
    ],
    formula: 'L ≲ 6 ξ',
    source: 'Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=30 act=tanh init=normal gain=1.76 bias=0.05 train=150',
    seeAlso: ['depth-scale', 'verdict=vanishing', 'learned'],
  },
};
