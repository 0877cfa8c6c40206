import type { Notion } from '../notion.ts';

/** A Jacobian whose singular values are all near 1. */
export const dynamicalIsometry: Notion = {
  name: 'dynamical-isometry',
  aliases: ['isometry'],
  summary: 'a Jacobian whose singular values are all near 1',
  explanation: {
    text: [
      'Keeping the mean size of a gradient is not enough: some directions may explode while most vanish. Isometry means that every direction keeps its length.',
      'Orthogonal weights in linear networks have it at any depth, and learning time then does not depend on depth; tanh comes close near its critical point, relu cannot.',
    ],
    formula: 'JᵀJ ≈ I',
    source: 'Saxe, McClelland & Ganguli 2013, arXiv 1312.6120; Pennington, Schoenholz & Ganguli 2017, arXiv 1711.04735',
    example: 'depth=10 act=linear init=orthogonal spectrum=true width=64',
    seeAlso: ['orthogonal', 'spectrum', 'spectrum-variance'],
  },
};
