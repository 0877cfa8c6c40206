import type { Preset } from './preset.ts';

/** Narrow relu nets of ten layers: most are born dead. **Source** Lu et al. 2019, 1903.06733. */
export const dyingRelu2019: Preset = {
  name: 'dying-relu-2019',
  aliases: ['lu-2019', 'born-dead'],
  summary: 'narrow relu nets of ten layers: most are born dead',
  query: 'depth=10 width=2 act=relu init=he-normal seeds=256',
  why: ['With two units per layer, 94 % of all networks answer one input with exactly zero, and no gradient brings them back.'],
  source: 'Lu et al. 2019, arXiv 1903.06733',
};
