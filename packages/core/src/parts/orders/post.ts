import { numbersOf, type Order } from './order.ts';

/** The first published order, φ(x + N(W₂ φ(N(W₁ x)))). **Source** He et al. 2015, 1512.03385. */
export const post: Order = {
  name: 'post',
  aliases: ['post-activation', 'original', 'v1'],
  summary: 'activation after the sum: φ(x + W₂ φ(W₁ x))',
  branch: (parts) => [
    ...numbersOf(parts).flatMap((number) => [...(number === 0 ? [] : parts.normAndActivation()), ...parts.weights(number)]),
    ...parts.norm(),
  ],
  afterwards: (parts) => parts.activation(),
  isNormalisedFirst: false,
};
