import type { Notion } from '../notion.ts';

/** Activations that hold mean 0 and variance 1 by themselves. */
export const selfNormalisation: Notion = {
  name: 'self-normalisation',
  aliases: ['self-normalization', 'self-normalising-networks', 'snn'],
  summary: 'activations that hold mean 0 and variance 1 by themselves',
  explanation: {
    text: [
      'The two constants of selu make mean 0 and variance 1 a stable fixed point under LeCun weights: deviations shrink to 0.78 of themselves per layer.',
      'The forward signal then needs no normalisation; the squared gradient still grows by 1.0716 per layer.',
    ],
    formula: 'q* = 1,  χ∥ = 0.783,  χ₁ = 1.0716',
    source: 'Klambauer et al. 2017, arXiv 1706.02515',
    example: 'depth=50 act=selu init=lecun-normal',
    seeAlso: ['selu', 'lecun-normal', 'fixed-point'],
  },
};
