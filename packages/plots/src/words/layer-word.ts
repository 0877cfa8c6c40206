import type { Report } from '@vanish/core';

/** What a row of the profile may be called. */
export type LayerWord = 'layer' | 'block' | 'time step';

/** What a row of the profile is called: block in residual nets, time step in recurrent ones, layer elsewhere, as the rows' own names say. */
export const layerWord = ({ measured }: Report): LayerWord => {
  const name = measured.layers[0]?.name ?? '';
  if (/^(time )?step\b/iu.test(name)) return 'time step';
  return /^block\b/iu.test(name) ? 'block' : 'layer';
};
