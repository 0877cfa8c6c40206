import { numbersOf, type Order } from './order.ts';

/** Full pre-activation, x + W₂ φ(N(W₁ φ(N(x)))). **Source** He et al. 2016, 1603.05027. */
export const pre: Order = {
  name: 'pre',
  aliases: ['pre-activation', 'preact', 'v2'],
  summary: 'norm and activation before each matrix: x + W₂ φ(W₁ φ(x))',
  explanation: {
    text: [
      'Normalisation and activation stand before each matrix of a branch; after the sum stands nothing.',
      'The way around the blocks is free from the first to the last, so the gradient passes whatever the branches do.',
      'In a transformer it means pre-LN. It is the default here.',
    ],
    formula: 'x + W₂ φ(N(W₁ φ(N(x))))',
    source: 'He et al. 2016, arXiv 1603.05027',
    example: 'net=resnet depth=30 act=relu init=he-normal norm=batch order=pre',
    seeAlso: ['order=post', 'order=mid', 'skip-connections'],
  },
  branch: (parts) => numbersOf(parts).flatMap((number) => [...parts.normAndActivation(), ...parts.weights(number)]),
  afterwards: () => [],
  isNormalisedFirst: true,
};
