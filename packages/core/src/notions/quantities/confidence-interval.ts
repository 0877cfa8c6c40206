import type { Notion } from '../notion.ts';

/** Where the mean over all networks of a recipe lies, with 95 % confidence. */
export const confidenceInterval: Notion = {
  name: 'confidence-interval',
  aliases: ['interval', 'low', 'high', '95-percent-interval'],
  summary: 'where the mean over all networks of a recipe lies, with 95 % confidence',
  explanation: {
    text: [
      'Each network that is drawn gives another number. The interval says where the mean over all networks of this recipe lies, with 95 % confidence (Student).',
      'More seeds make it narrower, as 1/√seeds. A verdict asks the interval and not the mean, so a handful of lucky networks decides nothing.',
    ],
    formula: 'mean ± t · sd / √seeds',
    source: null,
    example: 'depth=10 act=sigmoid seeds=32',
    seeAlso: ['seeds', 'standard-deviation'],
  },
};
