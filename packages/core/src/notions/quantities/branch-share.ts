import type { Notion } from '../notion.ts';

/** How much of a sum comes from a branch and how much from the way around it. */
export const branchShare: Notion = {
  name: 'branch-share',
  aliases: ['paths', 'path', 'forward-share', 'backward-share'],
  summary: 'how much of a sum comes from a branch and how much from the way around it',
  explanation: {
    text: [
      "In a residual block two terms are added: what the branch makes, and what goes past it. This is the branch's share of the squares, forward for the signal and backward for the gradient.",
      'At 0 the block is the identity, at 1/2 it doubles the squared gradient; a healthy deep stack has small shares.',
      '--plot branches draws it.',
    ],
    formula: '|branch|² / (|branch|² + |skip|²)',
    source: 'De & Smith 2020, arXiv 2002.10444',
    example: 'net=resnet depth=20 act=relu init=he-normal skip=scaled',
    seeAlso: ['skip-connections', 'resnet', 'skip'],
  },
};
