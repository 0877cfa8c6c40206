import type { Remedy } from './remedy.ts';

/** Gates instead of a plain recurrent state: flatter than a tanh or sigmoid net, and still exponential, for a fresh update gate keeps half. **Source** Cho et al. 2014, 1406.1078. */
export const gru: Remedy = {
  name: 'gru',
  aliases: ['gated-recurrent-unit'],
  summary: 'a gated recurrent unit',
  mends: 'signal',
  exchanges: 'cells',
  why: 'an update gate carries its share of the state through time past weights and activations',
  propose: ({ net }) => (net.name === 'rnn' ? { net: { name: 'gru', parameter: null } } : null),
};
