import type { Loss } from './loss.ts';

/** A random direction, loss = u·z with u ~ N(0, I) drawn afresh for every example: the loss that theory speaks about. */
export const probe: Loss = {
  name: 'probe',
  aliases: ['random', 'random-vector'],
  summary: 'a random output vector, the form theory speaks about',
  hasReadout: false,
  value: () => null,
  gradient: ({ random, output }) => random.normal(output.shape),
  chanceLoss: () => null,
  gradientSecondMoment: () => 1,
};
