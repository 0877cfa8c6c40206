import type { Notion } from '../notion.ts';

/** The slope of the signal: powers of ten gained or lost per layer towards the input. */
export const decadesPerLayer: Notion = {
  name: 'decades-per-layer',
  aliases: ['decade', 'decades', 'value'],
  summary: 'the slope of the signal: powers of ten gained or lost per layer towards the input',
  explanation: {
    text: [
      'A straight line is fitted through the logarithms of the signal, layer by layer; its slope is the number of decades, powers of ten, per layer towards the input.',
      'Negative means vanishing, positive exploding; −0.6 over ten layers is a loss of six decades, a millionth.',
      'Its interval says how sure it is, given the networks that were drawn.',
    ],
    formula: '½ log₁₀ (σ_w² E φ′²)',
    source: null,
    example: 'depth=10 act=sigmoid',
    seeAlso: ['signal', 'chi', 'confidence-interval'],
  },
};
