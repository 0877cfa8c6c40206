import type { Remedy } from './remedy.ts';

/** Weights and biases on the edge of chaos, χ₁ = 1, for the activation at hand. **Source** Poole et al. 2016, 1606.05340. */
export const critical: Remedy = {
  name: 'critical',
  aliases: ['edge-of-chaos'],
  summary: 'critical initialisation, χ₁ = 1',
  explanation: {
    text: [
      'Draws weights and biases on the edge of chaos of the activation at hand.',
      'Once the signal has settled, the squared gradient neither grows nor shrinks from layer to layer.',
      'It needs an activation with a stable critical point: tanh has one for every σ_b², sigmoid only at σ_w² ≈ 103, gelu at small biases none.',
    ],
    formula: 'σ_w² = 1 / E φ′²,  σ_b² = q − E φ² / E φ′²',
    source: 'Poole et al. 2016, arXiv 1606.05340; Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=50 act=tanh init=normal gain=1.76 bias=0.05',
    seeAlso: ['edge-of-chaos', 'chi', 'fixed-point'],
  },
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
