import type { Notion } from '../notion.ts';

/** Backpropagation in a recurrent network: through the same weights once per step. */
export const backpropagationThroughTime: Notion = {
  name: 'backpropagation-through-time',
  aliases: ['bptt', 'unrolling'],
  summary: 'backpropagation in a recurrent network: through the same weights once per step',
  explanation: {
    text: [
      'A recurrent network is unrolled into one layer per time step, all with the same weights, and the gradient goes back through all of them.',
      'A product of equal matrices is dominated by their largest eigenvalue, so it vanishes or explodes even more plainly than through layers.',
      'In a picture of a recurrent network the first row is the most distant past.',
    ],
    formula: '∂h_T/∂h_t = ∏ D_k W',
    source: 'Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
    example: 'net=rnn act=tanh steps=50',
    seeAlso: ['rnn', 'radius', 'lstm', 'tied'],
  },
};
