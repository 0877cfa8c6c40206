import type { Notion } from '../notion.ts';

/** Ordered, critical or chaotic: what depth does to two inputs. */
export const phase: Notion = {
  name: 'phase',
  aliases: ['phases'],
  summary: 'ordered, critical or chaotic: what depth does to two inputs',
  explanation: {
    text: [
      'Mean-field theory knows two phases of random networks: in the ordered one all inputs become alike and gradients vanish, in the chaotic one like inputs part and gradients explode.',
      'Between them lies the edge of chaos, where both happen slowly.',
    ],
    formula: 'χ₁ < 1, = 1, > 1',
    source: 'Poole et al. 2016, arXiv 1606.05340',
    example: 'depth=30 act=tanh init=normal gain=4 bias=0.05',
    seeAlso: ['ordered-phase', 'chaotic-phase', 'edge-of-chaos'],
  },
};
