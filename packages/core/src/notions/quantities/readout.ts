import type { Notion } from '../notion.ts';

/** The linear layer between the last hidden layer and the loss. */
export const readout: Notion = {
  name: 'readout',
  aliases: ['output-layer', 'head'],
  summary: 'the linear layer between the last hidden layer and the loss',
  explanation: {
    text: [
      'A loss on classes or numbers needs as many outputs; the readout is the linear layer that makes them.',
      'It is reported beside the hidden layers and not among them: it stands next to the loss, so it moves even where the signal fades on its way down.',
      'loss=probe does without.',
    ],
    formula: 'y = V h_L + b',
    source: null,
    example: 'depth=10 act=sigmoid train=100',
    seeAlso: ['loss=probe', 'depth'],
  },
};
