import type { Remedy } from './remedy.ts';

/** Weights and biases on the edge of chaos, χ₁ = 1, for the activation at hand. **Source** Poole et al. 2016, 1606.05340. */
export const critical: Remedy = {
  name: 'critical',
  aliases: ['edge-of-chaos'],
  summary: 'critical initialisation, χ₁ = 1',
  mends: 'signal',
  why: 'weights on the edge of chaos: the squared gradient neither grows nor shrinks once the signal has settled',
  propose: ({ gain, bias }, { criticalPoint }) => {
    const point = criticalPoint();
    if (point === null || (gain !== null && Math.abs(gain / point.gain - 1) < 0.01 && bias === point.bias)) return null;
    return {
      init: { name: 'normal', parameter: null },
      gain: Number(point.gain.toPrecision(6)),
      bias: Number(point.bias.toPrecision(6)),
    };
  },
};
