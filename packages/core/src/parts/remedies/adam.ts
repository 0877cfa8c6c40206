import type { Remedy } from './remedy.ts';

/** An adaptive optimizer rescales what it receives; it mends small steps, not a lost direction. **Source** Kingma & Ba 2014, 1412.6980. */
export const adam: Remedy = {
  name: 'adam',
  aliases: ['adaptive'],
  summary: 'the Adam optimizer',
  mends: 'steps',
  why: 'Adam divides each gradient by its own size, so uniformly small gradients still move the weights',
  outcome: 'the same gradient, rescaled before it becomes a step',
  propose: ({ optimizer }) => (optimizer.name === 'adam' ? null : { optimizer: { name: 'adam', parameter: null }, lr: null }),
};
