import type { Notion } from '../notion.ts';

/** Why the first layers of a deep network may not learn. */
export const vanishingGradientProblem: Notion = {
  name: 'vanishing-gradient-problem',
  aliases: ['vanishing-gradient', 'vanishing-gradients'],
  summary: 'why the first layers of a deep network may not learn',
  explanation: {
    text: [
      'A gradient reaches the first layer as a product of one factor per layer. Where these factors are below 1, the product fades exponentially in depth.',
      'The last layers then learn and the first ones stand still, or, in float32, receive exactly zero. The slope of the sigmoid, at most 1/4, is the classical cause.',
      'Activations and weights whose factor is 1, ways around the layers, and gates are what helps.',
    ],
    formula: '|d_1|² = |d_L|² ∏ σ_w² E φ′²',
    source: 'Hochreiter 1991; Bengio, Simard & Frasconi 1994',
    example: 'depth=10 act=sigmoid',
    seeAlso: ['verdict=vanishing', 'exploding-gradient-problem', 'relu-he', 'skip-connections'],
  },
};
