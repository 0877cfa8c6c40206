import type { Padding } from './padding.ts';

const wrap = (position: number, side: number): number => ((position % side) + side) % side;

/** Circular: beyond one border lies the opposite one, so all positions are alike. **Source** Xiao et al. 2018, 1806.05393. */
export const circular: Padding = {
  name: 'circular',
  aliases: ['wrap', 'periodic', 'torus'],
  summary: 'beyond one border lies the opposite one: no position differs',
  source: wrap,
  story: null,
};
