import type { Preset } from './preset.ts';

/** The adding problem, learned by an lstm with spread memories. **Source** Hochreiter & Schmidhuber 1997; Tallec & Ollivier 2018, 1804.11188. */
export const adding1997: Preset = {
  name: 'adding-1997',
  aliases: ['adding-problem', 'hochreiter-1997'],
  summary: 'the adding problem, learned by an lstm with spread memories',
  query: 'net=lstm depth=40 width=48 chrono=40 seeds=2 task=adding train=300',
  why: [
    'Two marked numbers of a long sequence have to be added; whoever answers 1 has a mean squared error of 1/6.',
    'A tanh net stays there: net=rnn depth=40 width=48 act=tanh seeds=2 task=adding train=300.',
  ],
  source: 'Hochreiter & Schmidhuber 1997; Tallec & Ollivier 2018, arXiv 1804.11188',
};
