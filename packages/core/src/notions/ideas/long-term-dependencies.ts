import type { Notion } from '../notion.ts';

/** Answers that depend on what was seen long ago. */
export const longTermDependencies: Notion = {
  name: 'long-term-dependencies',
  aliases: ['memory', 'long-lags', 'long-range-dependencies'],
  summary: 'answers that depend on what was seen long ago',
  explanation: {
    text: [
      'A recurrent network learns to use an event only if the gradient reaches back to it. Where it fades by a factor per step, events beyond some dozens of steps do not count.',
      'Gates that stay open, identity weights and chrono initialisation carry it further; the adding, copy and temporal-order tasks tell whether it arrived.',
    ],
    formula: null,
    source: 'Hochreiter & Schmidhuber 1997; Bengio, Simard & Frasconi 1994',
    example: 'net=lstm steps=100 chrono=100',
    seeAlso: ['lstm', 'chrono', 'adding', 'backpropagation-through-time'],
  },
};
