import type { Preset } from './preset.ts';

/** A recurrent net of relu units that starts as the identity. **Source** Le, Jaitly & Hinton 2015, 1504.00941. */
export const irnn: Preset = {
  name: 'irnn',
  aliases: ['irnn-2015', 'identity-rnn'],
  summary: 'a recurrent net of relu units that starts as the identity',
  query: 'net=rnn depth=100 act=relu init=identity',
  why: [
    'No gates, and still a gradient that reaches a hundred steps back: identity weights hand it on while their units are above zero.',
  ],
  source: 'Le, Jaitly & Hinton 2015, arXiv 1504.00941',
};
