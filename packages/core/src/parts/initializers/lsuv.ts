import type { Initializer } from './initializer.ts';
import { orthogonalLaw } from './laws/orthogonal.ts';

/** Layer-sequential unit variance: W ← W / √Var z, layer after layer. **Source** Mishkin & Matas 2015, 1511.06422. */
export const lsuv: Initializer = {
  name: 'lsuv',
  aliases: ['layer-sequential-unit-variance'],
  summary: 'orthogonal, then each layer rescaled to unit variance on the first batch',
  explanation: {
    text: [
      'Starts with orthogonal weights, passes a first batch through, and rescales layer after layer until pre-activations have unit variance.',
      'This holds the signal on its way forward for any activation; on its way back each layer then multiplies the squared gradient by E φ′²/E φ² at variance 1: 1 for relu, 1.18 for tanh, 0.15 for sigmoid.',
      'It helps with units that have no recipe of their own, and cannot save those that pass too little.',
    ],
    formula: 'W ← W / √Var z, layer after layer',
    source: 'Mishkin & Matas 2015, arXiv 1511.06422',
    example: 'depth=30 act=tanh init=lsuv',
    seeAlso: ['orthogonal', 'layer-norm', 'slope'],
  },
  law: orthogonalLaw,
  weightVariance: (fanIn, fanOut) => 1 / Math.max(fanIn, fanOut),
  isCalibrated: true,
};
