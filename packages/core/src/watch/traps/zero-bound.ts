import { initializersOf } from './initializers-of.ts';
import type { Trap } from './trap.ts';

/** A bound of zero is taken for one that was left out. */
export const zeroBound: Trap = {
  name: 'zero-bound',
  summary: 'randomUniform takes a bound of zero for none and draws from −0.05, or up to 0.05',
  source: 'tfjs-layers 4.22 initializers.ts, RandomUniform: args.minval || −0.05',
  precedence: 70,
  isLossy: false,
  find: (patient) => {
    const initializer = initializersOf(patient).find(({ className, config }) => {
      const [low, high] = [config['minval'] === -0.05, config['maxval'] === 0.05];
      return className === 'RandomUniform' && low !== high;
    });
    if (initializer === undefined) return null;
    const { minval, maxval } = initializer.config;
    return {
      problem: `${patient.name} draws from ${String(minval)} … ${String(maxval)} (${initializer.key}): if one bound was meant to be 0, tfjs has replaced it`,
      change: `${initializer.key}: a bound of ${minval === -0.05 ? '1e-12' : '-1e-12'} in place of 0`,
      expected: 'the range that was written',
    };
  },
};
