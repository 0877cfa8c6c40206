import { forgetBias } from './forget-bias.ts';
import type { Remedy } from './remedy.ts';

/** A cell with an open forget gate instead of a plain recurrent state. **Source** Hochreiter & Schmidhuber 1997; Gers 2000. */
export const lstm: Remedy = {
  name: 'lstm',
  aliases: ['cell'],
  summary: 'a cell behind forget gates that start open',
  explanation: {
    text: [
      'Exchanges a plain recurrent net, or a gru, for an lstm whose forget gates start open.',
      'Its cell carries the gradient through time past weights and activations.',
      'It has four times the weights of a plain recurrent net, and keeps a memory apart from the state it shows.',
    ],
    formula: 'c′ = f ⊙ c + i ⊙ g',
    source: 'Hochreiter & Schmidhuber 1997; Gers 2000',
    example: 'net=lstm steps=50 forget=3',
    seeAlso: ['lstm', 'remedy=gru', 'remedy=forget-bias'],
  },
  mends: 'signal',
  exchanges: 'cells',
  why: 'a cell behind an open forget gate carries the gradient through time past weights and activations',
  propose: ({ net, ...patient }, theory) => {
    if (net.name !== 'rnn' && net.name !== 'gru') return null;
    const cell = { name: 'lstm', parameter: null };
    return { net: cell, ...forgetBias.propose({ ...patient, net: cell }, theory) };
  },
};
