import { residual as residualBlock } from '../layers/residual.ts';
import type { Skip } from './skip.ts';

const residualWith = (scale: number): Skip => ({
  name: 'residual',
  aliases: ['res', 'identity', 'shortcut', 'yes', 'on', 'true'],
  summary: 'adds the block to its input, x + α f(x); residual(0.5) sets α',
  explanation: {
    text: [
      'The block is added to its input; residual(0.5) scales the branch by a half.',
      'The gradient takes the way around as it is, and the branch adds a share α² g: with He weights and relu, g = 1, the squared gradient doubles at every block.',
      'Deep stacks therefore need a smaller branch, or a normalisation in it.',
    ],
    formula: 'x + α f(x),  factor per block 1 + α² g',
    source: 'He et al. 2015, arXiv 1512.03385',
    example: 'net=resnet depth=20 act=relu init=he-normal skip=residual',
    seeAlso: ['skip=scaled', 'skipinit', 'skip-connections'],
  },
  parameter: { name: 'branch scale', value: scale, default: 1, minimum: 0, maximum: 100, with: residualWith },
  wrap: ({ branch, row, units }) => [residualBlock({ branch: branch(), scale, row, units })],
});

/** Residual connection, x + α f(x), α = 1. **Source** He et al. 2015, 1512.03385. */
export const residual: Skip = residualWith(1);
