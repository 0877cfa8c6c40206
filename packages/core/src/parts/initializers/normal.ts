import type { Initializer } from './initializer.ts';
import { normalLaw } from './laws/normal.ts';

const normalWith = (sigma: number): Initializer => ({
  name: 'normal',
  aliases: ['random-normal'],
  summary: 'W ~ N(0, σ²) whatever the fan in; normal(0.01) sets σ',
  explanation: {
    text: [
      'Normal weights of the same spread in every layer, 0.05 or the number in parentheses, however many inputs a unit has.',
      'What comes of it depends on the width: σ_w² is fan in · σ², 0.32 for 128 inputs and 5 for 2000.',
      'Together with gain= it is the plain normal law with that σ_w², whatever the width.',
    ],
    formula: 'W ~ N(0, σ²)',
    source: null,
    example: 'depth=10 act=tanh init=normal(0.01)',
    seeAlso: ['gain', 'lecun-normal'],
  },
  parameter: { name: 'standard deviation', value: sigma, default: 0.05, minimum: 0, maximum: 100, with: normalWith },
  law: normalLaw,
  weightVariance: () => sigma * sigma,
  isCalibrated: false,
});

/** Plain normal, W ~ N(0, σ²); σ = 0.05 as in Keras and TensorFlow.js. */
export const normal: Initializer = normalWith(0.05);
