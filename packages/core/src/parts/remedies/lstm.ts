import { forgetBias } from './forget-bias.ts';
import type { Remedy } from './remedy.ts';

/** A cell with an open forget gate instead of a plain recurrent state. **Source** Hochreiter & Schmidhuber 1997; Gers 2000. */
export const lstm: Remedy = {
  name: 'lstm',
  aliases: ['cell'],
  summary: 'a cell behind forget gates that start open',
  mends: 'signal',
  exchanges: 'cells',
  why: 'a cell behind an open forget gate carries the gradient through time past weights and activations',
  propose: ({ net, ...patient }, theory) => {
    if (net.name !== 'rnn' && net.name !== 'gru') return null;
    const cell = { name: 'lstm', parameter: null };
    return { net: cell, ...forgetBias.propose({ ...patient, net: cell }, theory) };
  },
};
