import type { Preset } from './preset.ts';

/** Thirty relu layers: Glorot weights beside He weights. **Source** He et al. 2015, 1502.01852. */
export const he2015: Preset = {
  name: 'he-2015',
  aliases: ['kaiming-2015', 'prelu-2015'],
  summary: 'thirty relu layers: Glorot weights beside He weights',
  query: 'depth=30 act=relu init=glorot-uniform,he-normal',
  why: [
    'A factor of √2 per layer decides: with Glorot weights 3·10⁻⁵ of the gradient are left at the first of thirty layers, with He weights all of it.',
    'With He weights thirty plain layers train, with Glorot weights they do not move.',
  ],
  source: 'He et al. 2015, arXiv 1502.01852',
};
