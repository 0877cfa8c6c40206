import { numbersOf, type Order } from './order.ts';

/** Activation between the matrices and normalisation at the start of the branch, x + W₂ φ(W₁ N(x)). **Source** De & Smith 2020, 2002.10444; the feed-forward block of transformers. */
export const mid: Order = {
  name: 'mid',
  aliases: ['middle', 'between'],
  summary: 'activation between the matrices, norm at the start: x + W₂ φ(W₁ x)',
  explanation: {
    text: [
      'The activation stands between the two matrices of a branch, and a normalisation at its start; after the sum stands nothing.',
      'The stream stays free, as with order=pre; the branch sees it before any activation.',
      'It is the feed-forward block of a transformer, and the form in which residual growth is easiest to compute.',
    ],
    formula: 'x + W₂ φ(W₁ N(x))',
    source: 'De & Smith 2020, arXiv 2002.10444',
    example: 'net=resnet depth=30 act=relu init=he-normal norm=layer order=mid',
    seeAlso: ['order=pre', 'order=post', 'resnet'],
  },
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
