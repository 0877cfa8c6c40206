import type { Initializer } from './initializer.ts';
import { normalLaw } from './laws/normal.ts';

const normalWith = (sigma: number): Initializer => ({
  name: 'normal',
  aliases: ['random-normal'],
  summary: 'W ~ N(0, σ²) whatever the fan in; normal(0.01) sets σ',
  parameter: { name: 'standard deviation', value: sigma, default: 0.05, minimum: 0, maximum: 100, with: normalWith },
  law: normalLaw,
  weightVariance: () => sigma * sigma,
  isCalibrated: false,
});

/** Plain normal, W ~ N(0, σ²); σ = 0.05 as in Keras and TensorFlow.js. */
export const normal: Initializer = normalWith(0.05);
