import type { Remedy } from './remedy.ts';

/** ReLU with He initialisation: σ_w² · E φ′² = 2 · ½ = 1 at every depth. **Source** He et al. 2015, 1502.01852. */
export const reluHe: Remedy = {
  name: 'relu-he',
  aliases: [],
  summary: 'relu with He initialisation',
  explanation: {
    text: [
      'Exchanges activation and weights for relu with He initialisation.',
      'relu passes half of the squared gradient and the weights double it back: a factor of 1 at any depth.',
      'It is the plainest cure of a vanishing sigmoid or tanh net.',
    ],
    formula: 'σ_w² E φ′² = 2 · ½ = 1',
    source: 'He et al. 2015, arXiv 1502.01852',
    example: 'depth=30 act=relu init=he-normal',
    seeAlso: ['relu', 'he-normal', 'he-argument'],
  },
  mends: 'signal',
  why: 'relu passes half of the squared gradient and He weights double it back: a factor of 1 per layer at any depth',
  propose: ({ activation, init, gain, bias }) =>
    activation.name === 'relu' && init.name === 'he-normal' && gain === null && bias === 0
      ? null
      : { activation: { name: 'relu', parameter: null }, init: { name: 'he-normal', parameter: null }, gain: null, bias: 0 },
};
