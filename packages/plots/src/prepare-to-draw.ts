import type { Specification } from './picture.ts';

/** A picture of nothing with the parts of a real one: line, band, text, scales, axes. */
const rehearsal: Specification = {
  $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
  width: 40,
  height: 30,
  data: {
    values: [
      { x: 0, y: 1 },
      { x: 1, y: 2 },
    ],
  },
  layer: [
    {
      mark: 'area',
      encoding: { x: { field: 'x', type: 'quantitative' }, y: { field: 'y', type: 'quantitative' }, y2: { datum: 1 } },
    },
    {
      mark: { type: 'line', strokeDash: [4, 2] },
      encoding: { x: { field: 'x', type: 'quantitative' }, y: { field: 'y', type: 'quantitative' } },
    },
    { mark: { type: 'text', text: '10⁻⁷', font: 'Inter' }, encoding: { x: { value: 4 }, y: { value: 4 } } },
  ],
};

/**
 * Loads what draws, and rehearses once, so that the first picture takes as long as any other: a tenth of a second instead of
 * four. For whoever waits for a measurement anyway; `drawReport` needs no preparation.
 */
export const prepareToDraw = async (): Promise<void> => {
  const [{ renderSvg }, { renderPng }] = await Promise.all([
    import('./render/svg.ts'),
    import('./render/png.ts'),
    import('./compose-picture.ts'),
  ]);
  await renderPng(await renderSvg(rehearsal), {});
};
