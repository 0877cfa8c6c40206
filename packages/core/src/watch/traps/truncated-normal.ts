import { initializersOf } from './initializers-of.ts';
import type { Trap } from './trap.ts';

/** Var of N(0, 1) cut at ±2: 1 − 4ϕ(2)/(2Φ(2) − 1), which TensorFlow.js does not correct for. */
const share = 0.773741304;

/** He, Glorot and LeCun by their own scale and mode. */
const names: Readonly<Record<string, string>> = { '2 fanIn': 'he', '1 fanAvg': 'glorot', '1 fanIn': 'leCun' };

/** `heNormal`, `glorotNormal`, `leCunNormal` and `varianceScaling` draw less variance than they are asked for. */
export const truncatedNormal: Trap = {
  name: 'truncated-normal',
  summary: 'normal initializers of TensorFlow.js draw 77 % of their variance',
  source:
    'tfjs-layers 4.22 initializers.ts, VarianceScaling.apply: truncatedNormal(0, √scale); variance of a normal law cut at 2σ',
  precedence: 30,
  isLossy: true,
  find: (patient) => {
    const initializer = initializersOf(patient).find(
      ({ className, config }) => className === 'VarianceScaling' && config['distribution'] === 'normal',
    );
    if (initializer === undefined) return null;
    const { scale, mode } = initializer.config;
    const name = names[`${String(scale)} ${String(mode)}`];
    const written = name === undefined ? 'varianceScaling with a normal law' : `${name}Normal`;
    const uniform = `tf.initializers.varianceScaling({ scale: ${String(scale)}, mode: '${String(mode)}', distribution: 'uniform' })`;
    return {
      problem: `${patient.name} uses ${written} (${initializer.key}), which tfjs draws with 77 % of its variance`,
      change: `${initializer.key}: ${name === undefined ? uniform : `'${name}Uniform'`}`,
      expected: `the squared gradient is no longer multiplied by ${share.toFixed(3)} at this layer`,
    };
  },
};
