import type { Trap } from './trap.ts';

/** Dropout with a seed drops the same units at every step. */
export const seededDropout: Trap = {
  name: 'seeded-dropout',
  summary: 'dropout with a seed drops the same units at every step',
  source: 'tfjs-layers 4.22 core.ts, Dropout.call hands its seed to every call of tf.dropout',
  precedence: 80,
  isLossy: false,
  find: ({ name, config }) =>
    Number(config['rate']) > 0 && typeof config['seed'] === 'number'
      ? {
          problem: `${name} has a seed, so it drops the same units at every step: they never learn`,
          change: 'no seed',
          expected: 'another mask at every step',
        }
      : null,
};
