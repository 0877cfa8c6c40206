import { percent, shortNumber } from '../../verdict/words.ts';
import type { Trap } from './trap.ts';

/** Share of the variance that ε may be before it changes what leaves. */
const noticeable = 0.05;

/** Normalisations add ε = 1e-3 to a variance that may not be larger. */
export const normEpsilon: Trap = {
  name: 'norm-epsilon',
  summary: 'normalisations add ε = 0.001 to the variance, which damps small signals instead of normalising them',
  source: 'tfjs-layers 4.22 normalization.ts, epsilon = 1e-3 by default; y = (x − mean) / √(variance + ε)',
  precedence: 50,
  isLossy: true,
  find: ({ name, config, inputVariance }) => {
    const epsilon = Number(config['epsilon']);
    if (!('gammaInitializer' in config) || !(epsilon > 0) || inputVariance === null || epsilon < noticeable * inputVariance)
      return null;
    const left = inputVariance / (inputVariance + epsilon);
    return {
      problem: `the inputs of ${name} have a variance of ${shortNumber(inputVariance)} beside its ε of ${shortNumber(epsilon)}: it leaves ${percent(left)} of the variance that it should`,
      change: 'epsilon: 1e-8',
      expected: 'a variance of 1 whatever comes in, and the gain that goes with it',
    };
  },
};
