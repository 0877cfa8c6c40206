import { numbersOf, type Order } from './order.ts';

/** Full pre-activation, x + W₂ φ(N(W₁ φ(N(x)))). **Source** He et al. 2016, 1603.05027. */
export const pre: Order = {
  name: 'pre',
  aliases: ['pre-activation', 'preact', 'v2'],
  summary: 'norm and activation before each matrix: x + W₂ φ(W₁ φ(x))',
  branch: (parts) => numbersOf(parts).flatMap((number) => [...parts.normAndActivation(), ...parts.weights(number)]),
  afterwards: () => [],
  isNormalisedFirst: true,
};
