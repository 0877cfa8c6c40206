import type { Notion } from '../notion.ts';

/** Multiplying a signal by a learned number between 0 and 1. */
export const gating: Notion = {
  name: 'gating',
  aliases: ['gated-cells', 'constant-error-carousel'],
  summary: 'multiplying a signal by a learned number between 0 and 1',
  explanation: {
    text: [
      'A gate is a sigmoid unit whose output multiplies a signal: near 1 it lets pass, near 0 it holds back.',
      'An open gate on a memory is a way through time along which the gradient is multiplied by nearly 1, past weights and activations. Biases decide whether gates start open.',
    ],
    formula: 'c′ = f ⊙ c + …,  ∂c′/∂c = f',
    source: 'Hochreiter & Schmidhuber 1997; Gers 2000',
    example: 'net=lstm steps=100 forget=3',
    seeAlso: ['lstm', 'gru', 'skip=highway', 'forget'],
  },
};
