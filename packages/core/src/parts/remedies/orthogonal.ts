import type { Remedy } from './remedy.ts';

/** Orthogonal weights at the same scale: every direction of the gradient is treated alike. **Source** Saxe, McClelland & Ganguli 2013, 1312.6120. */
export const orthogonal: Remedy = {
  name: 'orthogonal',
  aliases: [],
  summary: 'orthogonal initialisation',
  explanation: {
    text: [
      'Draws orthogonal matrices of the same scale.',
      'No direction of the gradient is stretched more than another, so networks of one width scatter less; the mean factor per layer stays what it was.',
      'It pays with linear units, and with tanh near its critical point.',
    ],
    formula: 'WᵀW = I',
    source: 'Saxe, McClelland & Ganguli 2013, arXiv 1312.6120',
    example: 'depth=50 act=tanh init=orthogonal',
    seeAlso: ['orthogonal', 'dynamical-isometry'],
  },
  mends: 'signal',
  why: 'orthogonal matrices stretch no direction more than another, so networks of one width scatter less',
  propose: ({ init }) => (init.name === 'orthogonal' ? null : { init: { name: 'orthogonal', parameter: null } }),
};
