import type { Variant } from '../parts/variant.ts';
import type { Experiment } from './experiment.ts';

/**
 * Variants that are understood but not built yet. Whoever puts one on its own shelf deletes its line here; the two
 * may not overlap.
 */
export const announced: Readonly<Partial<Record<keyof Experiment, readonly Variant[]>>> = Object.freeze({
  net: [
    {
      name: 'rnn',
      aliases: ['recurrent', 'simple-rnn', 'vanilla-rnn', 'elman'],
      summary: 'recurrent network; depth counts time steps',
    },
    { name: 'lstm', aliases: ['long-short-term-memory'], summary: 'recurrent network with gates and a cell' },
    { name: 'gru', aliases: ['gated-recurrent-unit'], summary: 'recurrent network with two gates' },
  ],
});
