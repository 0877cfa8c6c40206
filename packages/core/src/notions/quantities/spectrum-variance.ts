import type { Notion } from '../notion.ts';

/** How differently the directions of a gradient fare: the spread of the squared singular values. */
export const spectrumVariance: Notion = {
  name: 'spectrum-variance',
  aliases: ['relative-variance', 'jacobian-variance'],
  summary: 'how differently the directions of a gradient fare: the spread of the squared singular values',
  explanation: {
    text: [
      'The variance of the squared singular values of the Jacobian, over their mean squared. 0 means that all directions are treated alike.',
      'It grows in proportion to depth: by 2 per layer for relu with normal weights, by 1 with orthogonal ones, by nothing for orthogonal linear layers.',
      'Then few directions carry the whole gradient.',
    ],
    formula: 'Var s² / (E s²)² = Σ_l (μ₂/μ₁² − 1 − s₁)',
    source: 'Pennington, Schoenholz & Ganguli 2018, arXiv 1802.09979',
    example: 'depth=10 act=linear init=lecun-normal spectrum=true width=64',
    seeAlso: ['spectrum', 'dynamical-isometry', 'orthogonal'],
  },
};
