import type { Initializer } from './initializer.ts';
import { uniformLaw } from './laws/uniform.ts';

const uniformWith = (limit: number): Initializer => ({
  name: 'uniform',
  aliases: ['random-uniform'],
  summary: 'W ~ U(−a, a) whatever the fan in; uniform(0.1) sets a',
  parameter: { name: 'limit', value: limit, default: 0.05, minimum: 0, maximum: 100, with: uniformWith },
  law: uniformLaw,
  weightVariance: () => (limit * limit) / 3,
  isCalibrated: false,
});

/** Plain uniform, W ~ U(−a, a); a = 0.05 as in Keras and TensorFlow.js. */
export const uniform: Initializer = uniformWith(0.05);
