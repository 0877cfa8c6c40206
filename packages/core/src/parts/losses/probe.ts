import type { Loss } from './loss.ts';

/** A random direction, loss = u·z with u ~ N(0, I) drawn afresh for every example: the loss that theory speaks about. */
export const probe: Loss = {
  name: 'probe',
  aliases: ['random', 'random-vector'],
  summary: 'a random output vector, the form theory speaks about',
  explanation: {
    text: [
      'A random direction in place of a loss: u · z at the last layer, u drawn afresh for every example.',
      'The gradient of a cross-entropy is nearly the same for all inputs of a class at first; a random vector is what theory averages over, so measurement and prediction can be compared without the readout.',
      'It is no right or wrong, so nothing can be trained on it.',
    ],
    formula: 'L = u · z_L,  u ~ N(0, I)',
    source: null,
    example: 'depth=50 act=tanh init=normal gain=1.76 bias=0.05 loss=probe',
    seeAlso: ['crossentropy', 'mean-field-theory'],
  },
  hasReadout: false,
  value: () => null,
  gradient: ({ random, output }) => random.normal(output.shape),
  chanceLoss: () => null,
  gradientSecondMoment: () => 1,
};
