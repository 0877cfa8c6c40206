import type { Norm } from './norm.ts';

/** No normalisation. */
export const none: Norm = { name: 'none', aliases: ['no', 'off'], summary: 'no normalisation', stages: () => [] };
