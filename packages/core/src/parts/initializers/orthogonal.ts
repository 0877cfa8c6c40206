import type { Initializer } from './initializer.ts';
import { orthogonalLaw } from './laws/orthogonal.ts';

/** Orthogonal, WᵀW = I. **Source** Saxe, McClelland & Ganguli 2013, 1312.6120. */
export const orthogonal: Initializer = {
  name: 'orthogonal',
  aliases: ['ortho'],
  summary: 'orthogonal matrices: every singular value is 1',
  explanation: {
    text: [
      'Random matrices that turn and never stretch: all singular values are the same.',
      'A linear network keeps its gradient exactly, at any depth; elsewhere the mean factor is that of σ_w² = 1, but directions are treated more alike, and networks of one width scatter less.',
      'It pays where units stay near their straight part, as tanh does near its critical point.',
    ],
    formula: 'WᵀW = I',
    source: 'Saxe, McClelland & Ganguli 2013, arXiv 1312.6120',
    example: 'depth=10 act=linear init=orthogonal spectrum=true width=64',
    seeAlso: ['dynamical-isometry', 'linear', 'spectrum'],
  },
  law: orthogonalLaw,
  weightVariance: (fanIn, fanOut) => 1 / Math.max(fanIn, fanOut),
  isCalibrated: false,
};
