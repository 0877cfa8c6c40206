import type { Skip } from './skip.ts';

/** No skip connection: the branch alone. */
export const none: Skip = {
  name: 'none',
  aliases: ['no', 'off', 'plain'],
  summary: 'no skip connections',
  explanation: {
    text: [
      'The branch alone, with no way around it: the plain network of the same layers.',
      'All of the gradient has to pass weights and activations, so what is lost at each block adds up.',
      'It is there to be compared with.',
    ],
    formula: 'f(x)',
    source: null,
    example: 'net=resnet depth=20 act=relu init=glorot-uniform skip=none',
    seeAlso: ['skip=residual', 'skip-connections'],
  },
  wrap: ({ branch }) => branch(),
};
