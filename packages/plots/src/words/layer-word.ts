import type { Report } from '@vanish/core';

/** What a row of the profile may be called. */
export type LayerWord = 'layer' | 'time step';

/** What a row of the profile is called: time step in recurrent nets, layer elsewhere, as the rows' own names say. */
export const layerWord = ({ measured }: Report): LayerWord =>
  /^(time )?step\b/iu.test(measured.layers[0]?.name ?? '') ? 'time step' : 'layer';
