import type { Notion } from '../notion.ts';

/** The variance of the activations of a layer. */
export const activationVariance: Notion = {
  name: 'activation-variance',
  aliases: ['variance'],
  summary: 'the variance of the activations of a layer',
  explanation: {
    text: [
      'The variance of φ(z) over batch and units: how much a layer tells the next one.',
      'Where it fades from layer to layer, later layers see ever less of the input; --plot forward draws it.',
    ],
    formula: 'V(q) − M(q)²',
    source: 'Glorot & Bengio 2010',
    example: 'depth=20 act=tanh init=lecun-normal gain=0.5',
    seeAlso: ['pre-activation-length', 'mean-activation'],
  },
};
