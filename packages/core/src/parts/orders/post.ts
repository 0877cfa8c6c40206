import { numbersOf, type Order } from './order.ts';

/** The first published order, φ(x + N(W₂ φ(N(W₁ x)))). **Source** He et al. 2015, 1512.03385. */
export const post: Order = {
  name: 'post',
  aliases: ['post-activation', 'original', 'v1'],
  summary: 'activation after the sum: φ(x + W₂ φ(W₁ x))',
  explanation: {
    text: [
      'The first published order: the activation stands behind the sum, so the stream itself passes through it at every block.',
      'With relu every block then cuts negative parts of the stream off, and their gradient.',
      'In a transformer it means post-LN: the stream is normalised after every sum, and the weight gradients of the last blocks stay large, however deep the network.',
    ],
    formula: 'φ(x + N(W₂ φ(N(W₁ x))))',
    source: 'He et al. 2015, arXiv 1512.03385',
    example: 'net=transformer depth=6 act=gelu norm=layer order=post',
    seeAlso: ['order=pre', 'order=mid', 'transformer'],
  },
  branch: (parts) => [
    ...numbersOf(parts).flatMap((number) => [...(number === 0 ? [] : parts.normAndActivation()), ...parts.weights(number)]),
    ...parts.norm(),
  ],
  afterwards: (parts) => parts.activation(),
  isNormalisedFirst: false,
};
