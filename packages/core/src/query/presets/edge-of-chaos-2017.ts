import type { Preset } from './preset.ts';

/** Fifty tanh layers on the edge of chaos. **Source** Schoenholz et al. 2017, 1611.01232. */
export const edgeOfChaos2017: Preset = {
  name: 'edge-of-chaos-2017',
  aliases: ['schoenholz-2017', 'critical-tanh'],
  summary: 'fifty tanh layers on the edge of chaos',
  query: 'depth=50 act=tanh init=normal gain=1.76 bias=0.05',
  why: [
    'With σ_w² = 1.76 and σ_b² = 0.05 the factor per layer is 1, and the line of the gradient is level at any depth.',
    'Change gain to 1.3 or 2.5 to leave the edge on either side.',
  ],
  source: 'Schoenholz et al. 2017, arXiv 1611.01232',
};
