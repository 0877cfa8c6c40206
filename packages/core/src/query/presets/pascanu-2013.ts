import type { Preset } from './preset.ts';

/** A recurrent net whose gradient explodes, clipped while it trains. **Source** Pascanu, Mikolov & Bengio 2013, 1211.5063. */
export const pascanu2013: Preset = {
  name: 'pascanu-2013',
  aliases: ['exploding-rnn', 'clipped-rnn'],
  summary: 'a recurrent net whose gradient explodes, clipped while it trains',
  query: 'net=rnn depth=50 width=64 act=relu init=orthogonal radius=1.5 seeds=4 clip=1 train=100',
  why: [
    'The gradient grows with every step back in time; clipping its norm keeps single bursts from ending the training.',
    'Add clip=none, and the second step ends it.',
  ],
  source: 'Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
};
