import type { TopLevelSpec } from 'vega-lite';
import type { Specification } from '../picture.ts';

/** Draws a specification as SVG, without a browser. */
export const renderSvg = async (specification: Specification): Promise<string> => {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  // our specification is JSON that a test compiles without warnings; Vega-Lite's own type takes seconds to check
  const { spec } = vegaLite.compile(specification as unknown as TopLevelSpec);
  const view = new vega.View(vega.parse(spec), { renderer: 'none' });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
};
