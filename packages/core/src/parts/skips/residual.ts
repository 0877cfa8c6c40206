import { residual as residualBlock } from '../layers/residual.ts';
import type { Skip } from './skip.ts';

const residualWith = (scale: number): Skip => ({
  name: 'residual',
  aliases: ['res', 'identity', 'shortcut', 'yes', 'on', 'true'],
  summary: 'adds the block to its input, x + α f(x); residual(0.5) sets α',
  parameter: { name: 'branch scale', value: scale, default: 1, minimum: 0, maximum: 100, with: residualWith },
  wrap: ({ branch, row, units }) => [residualBlock({ branch: branch(), scale, row, units })],
});

/** Residual connection, x + α f(x), α = 1. **Source** He et al. 2015, 1512.03385. */
export const residual: Skip = residualWith(1);
