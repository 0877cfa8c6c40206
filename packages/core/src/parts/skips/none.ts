import type { Skip } from './skip.ts';

/** No skip connection: a plain chain of layers. */
export const none: Skip = {
  name: 'none',
  aliases: ['no', 'off', 'plain'],
  summary: 'no skip connections',
  wrap: (block) => block,
};
