import type { Notion } from '../notion.ts';

/** Cutting gradients to a largest size while training. */
export const gradientClipping: Notion = {
  name: 'gradient-clipping',
  aliases: ['clipped-gradients'],
  summary: 'cutting gradients to a largest size while training',
  explanation: {
    text: [
      'Where gradients explode now and then, one step may throw the weights far away. Clipping shortens such a gradient to a threshold before it becomes a step.',
      'By norm it keeps the direction; by value it does not. It treats the symptom: the gradient itself still explodes, and a vanishing one is left as it is.',
    ],
    formula: 'g ← g · min(1, θ / ‖g‖)',
    source: 'Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
    example: 'net=rnn act=relu init=orthogonal radius=1.5 steps=50 width=64 seeds=4 clip=1 train=100',
    seeAlso: ['clip', 'clip-by=norm', 'exploding-gradient-problem'],
  },
};
