import type { Trap } from './trap.ts';

/** Losses that read probabilities, and what makes them of numbers. */
const readsProbabilities: Readonly<Record<string, string>> = {
  categoricalCrossentropy: 'softmax',
  sparseCategoricalCrossentropy: 'softmax',
  binaryCrossentropy: 'sigmoid',
};

/** A cross-entropy reads probabilities and clips what is none, and with it the gradient. */
export const logitsAsProbabilities: Trap = {
  name: 'logits-as-probabilities',
  summary: 'cross-entropy by name reads probabilities, and cuts the gradient of outputs outside 0 … 1',
  source: 'tfjs-layers 4.22 losses.ts: clipByValue(output, ε, 1 − ε) unless fromLogits, which a name cannot say',
  precedence: 10,
  isLossy: true,
  find: ({ name, loss, measured }) => {
    const wanted = readsProbabilities[loss ?? ''];
    if (wanted === undefined || measured?.activationName !== 'linear') return null;
    return {
      problem: `${loss ?? ''} reads the output of ${name} as probabilities, and ${name} has no ${wanted}: where an output is outside 0 … 1, its gradient is zero`,
      change: `activation: '${wanted}'`,
      expected: 'a gradient at every output',
    };
  },
};
