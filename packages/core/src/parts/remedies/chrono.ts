import type { Remedy } from './remedy.ts';

/** Memories of fewer steps than this are spread over nothing. */
const shortest = 3;

/** Chrono initialisation for the length of the sequence. **Source** Tallec & Ollivier 2018, 1804.11188. */
export const chrono: Remedy = {
  name: 'chrono',
  aliases: ['chrono-initialisation', 'chrono-initialization'],
  summary: 'forget biases spread over memories up to the length of the sequence',
  explanation: {
    text: [
      'Spreads the forget biases of an lstm so that its units remember over times from one step up to the length of the sequence.',
      'Some units then hold the gradient over the whole sequence, whatever its length.',
      'Take it where forget-bias alone fades too soon.',
    ],
    formula: 'b_f = ln u, b_i = −b_f, u ~ U(1, T − 1)',
    source: 'Tallec & Ollivier 2018, arXiv 1804.11188',
    example: 'net=lstm steps=100 chrono=100',
    seeAlso: ['chrono', 'remedy=forget-bias', 'lstm'],
  },
  mends: 'memory',
  why: 'biases of the gates spread the memories of the units evenly up to the length of the sequence, however long it is',
  // 0.9 at 100 steps, 1.0 at 400; width 128
  outcome: 'no theory says so beforehand; measured, one decade is lost over 100 steps and over 400',
  propose: ({ net, chrono: longest, depth }) =>
    net.name === 'lstm' && longest === null && depth >= shortest ? { chrono: depth } : null,
};
