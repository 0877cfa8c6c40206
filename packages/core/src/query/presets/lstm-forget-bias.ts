import type { Preset } from './preset.ts';

/** An lstm whose forget gates start half open, open, and wide open. **Source** Gers 2000; Jozefowicz et al. 2015. */
export const lstmForgetBias: Preset = {
  name: 'lstm-forget-bias',
  aliases: ['forget-bias-2015', 'jozefowicz-2015'],
  summary: 'an lstm whose forget gates start half open, open, and wide open',
  query: 'net=lstm depth=100 forget=0,1,3',
  why: ['One number decides how long a fresh lstm remembers: a bias of 0 keeps half of the cell at every step, 3 keeps 95 %.'],
  source: 'Gers 2000; Jozefowicz et al. 2015',
};
