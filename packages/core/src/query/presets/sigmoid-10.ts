import type { Preset } from './preset.ts';

/** Ten sigmoid layers: the classical picture of a vanishing gradient. **Source** Hochreiter 1991; Bengio, Simard & Frasconi 1994. */
export const sigmoid10: Preset = {
  name: 'sigmoid-10',
  aliases: ['classic', 'classical', 'vanishing-sigmoid'],
  summary: 'ten sigmoid layers: the classical picture of a vanishing gradient',
  query: 'depth=10 act=sigmoid',
  why: [
    'A straight line on a logarithmic scale: every layer towards the input receives about a quarter of the gradient of the one behind it.',
    'It is the picture that the vanishing gradient problem is explained with.',
  ],
  source: 'Hochreiter 1991; Bengio, Simard & Frasconi 1994',
};
