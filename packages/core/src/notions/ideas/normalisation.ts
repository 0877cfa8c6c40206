import type { Notion } from '../notion.ts';

/** Bringing signals back to a standard size, layer by layer. */
export const normalisation: Notion = {
  name: 'normalisation',
  aliases: ['normalization', 'normalising'],
  summary: 'bringing signals back to a standard size, layer by layer',
  explanation: {
    text: [
      'A normalisation divides by the size of the signal, over the batch or over the units of an example, so forward signals can neither fade nor grow.',
      'The gradient is divided by the same number, which makes up for the weights and not for the activation: what is left per layer is E φ′²/E φ². In plain deep nets it is no cure; in residual branches it is.',
    ],
    formula: 'y = (x − μ) / √(σ² + ε)',
    source: 'Ioffe & Szegedy 2015, arXiv 1502.03167; De & Smith 2020, arXiv 2002.10444',
    example: 'depth=30 act=sigmoid norm=layer',
    seeAlso: ['norm', 'norm=batch', 'norm=layer', 'resnet'],
  },
};
