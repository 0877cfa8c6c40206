import type { Place } from './place.ts';

/** Normalisation after the activation. */
export const after: Place = {
  name: 'after',
  aliases: ['after-activation', 'post-activation-norm'],
  summary: 'the normalisation stands after the activation',
  arrange: (norm, activation) => [...activation, ...norm],
};
