import type { Remedy } from './remedy.ts';

/** Orthogonal weights at the same scale: every direction of the gradient is treated alike. **Source** Saxe, McClelland & Ganguli 2013, 1312.6120. */
export const orthogonal: Remedy = {
  name: 'orthogonal',
  aliases: [],
  summary: 'orthogonal initialisation',
  mends: 'signal',
  why: 'orthogonal matrices stretch no direction more than another, so networks of one width scatter less',
  propose: ({ init }) => (init.name === 'orthogonal' ? null : { init: { name: 'orthogonal', parameter: null } }),
};
