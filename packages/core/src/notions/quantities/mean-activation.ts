import type { Notion } from '../notion.ts';

/** The mean of the activations of a layer. */
export const meanActivation: Notion = {
  name: 'mean-activation',
  aliases: ['mean', 'activation-mean'],
  summary: 'the mean of the activations of a layer',
  explanation: {
    text: [
      'The mean of φ(z) over networks, examples and units.',
      'A mean far from zero, as of sigmoid or relu, is shared by all examples, so it makes them alike in the layers above; batch and layer normalisation take it away.',
    ],
    formula: 'M(q) = E φ(√q z)',
    source: null,
    example: 'depth=10 act=sigmoid',
    seeAlso: ['activation-variance', 'correlation', 'normalisation'],
  },
};
