import type { Skip } from './skip.ts';

/** No skip connection: the branch alone. */
export const none: Skip = {
  name: 'none',
  aliases: ['no', 'off', 'plain'],
  summary: 'no skip connections',
  wrap: ({ branch }) => branch(),
};
