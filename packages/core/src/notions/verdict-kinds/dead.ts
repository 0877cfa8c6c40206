import type { Notion } from '../notion.ts';

/** More than three quarters of the units of some layer have no slope for any example. */
export const dead: Notion = {
  name: 'dead',
  aliases: ['died'],
  summary: 'more than three quarters of the units of some layer have no slope for any example',
  explanation: {
    text: [
      'Units whose slope is zero for every example pass nothing, forward or back, and their weights cannot learn.',
      'Half of them are usual in deep relu nets, whose examples have become alike, so the verdict asks for more than three quarters. A leaky slope cures it.',
    ],
    formula: 'dead share > 0.75',
    source: 'Lu et al. 2019, arXiv 1903.06733',
    example: 'depth=10 width=2 act=relu init=he-normal',
    seeAlso: ['dying-relu', 'dead-units', 'leaky-relu'],
  },
};
