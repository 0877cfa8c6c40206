import type { Trap } from './trap.ts';

/** Gates of recurrent layers are piecewise linear unless told otherwise: flat beyond ±2.5. */
export const hardSigmoidGates: Trap = {
  name: 'hard-sigmoid-gates',
  summary: 'gates of lstm and gru are hard sigmoids by default, whose gradient is zero beyond ±2.5',
  source: 'tfjs-layers 4.22 recurrent.ts, DEFAULT_RECURRENT_ACTIVATION = hardSigmoid',
  precedence: 60,
  isLossy: true,
  find: ({ name, config }) =>
    config['recurrentActivation'] === 'hardSigmoid' || config['recurrentActivation'] === 'hard_sigmoid'
      ? {
          problem: `the gates of ${name} are hard sigmoids, max(0, min(1, 0.2 x + 0.5)): beyond ±2.5 no gradient reaches them`,
          change: "recurrentActivation: 'sigmoid'",
          expected: 'gates with a slope everywhere: σ(1) = 0.731 instead of 0.7 at a bias of 1',
        }
      : null,
};
