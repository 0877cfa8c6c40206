import type { Notion } from '../notion.ts';

/** Why gradients may grow on their way to the first layers. */
export const explodingGradientProblem: Notion = {
  name: 'exploding-gradient-problem',
  aliases: ['exploding-gradient', 'exploding-gradients'],
  summary: 'why gradients may grow on their way to the first layers',
  explanation: {
    text: [
      'The same product of factors grows exponentially where they are above 1: weights too large, a spectral radius above 1, a chaotic network.',
      'One learning rate then cannot serve all layers, and a burst may throw the weights away. Smaller weights mend it; clipping keeps a training going.',
    ],
    formula: '|d_1|² = |d_L|² ∏ σ_w² E φ′²',
    source: 'Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
    example: 'depth=30 act=relu init=normal gain=4',
    seeAlso: ['verdict=exploding', 'vanishing-gradient-problem', 'gradient-clipping'],
  },
};
