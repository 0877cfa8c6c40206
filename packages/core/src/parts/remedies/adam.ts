import type { Remedy } from './remedy.ts';

/** An adaptive optimizer rescales what it receives; it mends small steps, not a lost direction. **Source** Kingma & Ba 2014, 1412.6980. */
export const adam: Remedy = {
  name: 'adam',
  aliases: ['adaptive'],
  summary: 'the Adam optimizer',
  explanation: {
    text: [
      'Exchanges the optimizer for Adam, which divides each gradient by its own size.',
      'It mends gradients that are small at all layers alike, where plain descent would stand still; the gradient itself stays as it is.',
      'It does not bring back a direction that got lost on the way: where the gradient vanishes along depth, mend the signal first.',
    ],
    formula: 'Δw = −η m̂ / (√v̂ + ε)',
    source: 'Kingma & Ba 2014, arXiv 1412.6980',
    example: 'depth=5 act=sigmoid opt=adam train=200',
    seeAlso: ['adam', 'update-ratio'],
  },
  mends: 'steps',
  why: 'Adam divides each gradient by its own size, so uniformly small gradients still move the weights',
  outcome: 'the same gradient, rescaled before it becomes a step',
  propose: ({ optimizer }) => (optimizer.name === 'adam' ? null : { optimizer: { name: 'adam', parameter: null }, lr: null }),
};
