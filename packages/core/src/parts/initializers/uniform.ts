import type { Initializer } from './initializer.ts';
import { uniformLaw } from './laws/uniform.ts';

const uniformWith = (limit: number): Initializer => ({
  name: 'uniform',
  aliases: ['random-uniform'],
  summary: 'W ~ U(−a, a) whatever the fan in; uniform(0.1) sets a',
  explanation: {
    text: [
      'Uniform weights between −a and a in every layer, a = 0.05 or the number in parentheses, however many inputs a unit has.',
      'What comes of it depends on the width: σ_w² is fan in · a²/3.',
      'a = 1/√n, long the standard, is σ_w² = 1/3: the squared gradient loses at least two thirds at every tanh layer.',
    ],
    formula: 'W ~ U(−a, a),  Var W = a²/3',
    source: 'Glorot & Bengio 2010',
    example: 'depth=10 act=tanh init=uniform(0.0884)',
    seeAlso: ['glorot-uniform', 'lecun-uniform', 'gain'],
  },
  parameter: { name: 'limit', value: limit, default: 0.05, minimum: 0, maximum: 100, with: uniformWith },
  law: uniformLaw,
  weightVariance: () => (limit * limit) / 3,
  isCalibrated: false,
});

/** Plain uniform, W ~ U(−a, a); a = 0.05 as in Keras and TensorFlow.js. */
export const uniform: Initializer = uniformWith(0.05);
