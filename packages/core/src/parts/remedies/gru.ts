import type { Remedy } from './remedy.ts';

/** Gates instead of a plain recurrent state: flatter than a tanh or sigmoid net, and still exponential, for a fresh update gate keeps half. **Source** Cho et al. 2014, 1406.1078. */
export const gru: Remedy = {
  name: 'gru',
  aliases: ['gated-recurrent-unit'],
  summary: 'a gated recurrent unit',
  explanation: {
    text: [
      'Exchanges a plain recurrent net for a gated recurrent unit.',
      'The update gate carries a share of the state, and of its gradient, past weights and activations.',
      'A fresh gate keeps one half, so what is gained is a slower fading, not an end to it; training opens gates further.',
    ],
    formula: null,
    source: 'Cho et al. 2014, arXiv 1406.1078',
    example: 'net=gru steps=50',
    seeAlso: ['gru', 'remedy=lstm', 'rnn'],
  },
  mends: 'signal',
  exchanges: 'cells',
  why: 'an update gate carries its share of the state through time past weights and activations',
  propose: ({ net }) => (net.name === 'rnn' ? { net: { name: 'gru', parameter: null } } : null),
};
