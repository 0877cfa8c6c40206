import type { Trap } from './trap.ts';

/** An lstm of TensorFlow.js starts with forget gates of a half. */
export const noForgetBias: Trap = {
  name: 'no-forget-bias',
  summary: 'an lstm starts with forget gates of 0.5, so that its memory halves at every step',
  source: 'tfjs-layers 4.22 recurrent.ts, unitForgetBias is undefined by default; Gers et al. 2000; Jozefowicz et al. 2015',
  precedence: 20,
  isLossy: true,
  find: ({ name, config }) =>
    'unitForgetBias' in config && config['useBias'] !== false && config['unitForgetBias'] !== true
      ? {
          problem: `${name} starts with forget gates of 0.5: along the cell a gradient halves at every step, 0.5^100 = 7.9e-31`,
          change: 'unitForgetBias: true',
          expected: 'forget gates of 0.73 (sigmoid) or 0.7 (hard sigmoid) per step',
        }
      : null,
};
