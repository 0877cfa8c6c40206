import { numbersOf, type Order } from './order.ts';

/** Activation between the matrices and normalisation at the start of the branch, x + W₂ φ(W₁ N(x)). **Source** De & Smith 2020, 2002.10444; the feed-forward block of transformers. */
export const mid: Order = {
  name: 'mid',
  aliases: ['middle', 'between'],
  summary: 'activation between the matrices, norm at the start: x + W₂ φ(W₁ x)',
  branch: (parts) => [
    ...parts.norm(),
    ...numbersOf(parts).flatMap((number) => [
      ...(number === 0 ? [] : parts.activation()),
      ...parts.weights(number),
      // a branch of one matrix would be linear
      ...(parts.matrices === 1 ? parts.activation() : []),
    ]),
  ],
  afterwards: () => [],
  isNormalisedFirst: true,
};
