import type { Place } from './place.ts';

/** Normalisation before the activation, as batch normalisation was published. */
export const before: Place = {
  name: 'before',
  aliases: ['before-activation', 'pre-activation-norm'],
  summary: 'the normalisation stands before the activation',
  arrange: (norm, activation) => [...norm, ...activation],
};
