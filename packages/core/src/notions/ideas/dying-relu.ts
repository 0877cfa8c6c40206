import type { Notion } from '../notion.ts';

/** Relu units, or whole networks, that pass nothing. */
export const dyingRelu: Notion = {
  name: 'dying-relu',
  aliases: ['dead-relu', 'born-dead', 'dead-neurons', 'dying-relus'],
  summary: 'relu units, or whole networks, that pass nothing',
  explanation: {
    text: [
      'A relu that is negative for all examples has slope zero for all of them, so nothing moves its weights and it stays as it is.',
      'Narrow deep nets may even be born dead: with 2 units in each of 10 layers, 94 % of all networks answer one input with zero. Width, or a leaky slope, prevents it.',
    ],
    formula: 'P = 1 − (1 − 2⁻ᴺ)ᴸ',
    source: 'Lu et al. 2019, arXiv 1903.06733',
    example: 'depth=10 width=2 act=relu init=he-normal',
    seeAlso: ['dead-units', 'leaky-relu', 'verdict=dead'],
  },
};
