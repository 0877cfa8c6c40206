import { type Padding, stretch } from './padding.ts';

const wrap = (position: number, side: number): number => ((position % side) + side) % side;

/** Circular: beyond one border lies the opposite one, so all positions are alike. **Source** Xiao et al. 2018, 1806.05393. */
export const circular: Padding = {
  name: 'circular',
  aliases: ['wrap', 'periodic', 'torus'],
  summary: 'beyond one border lies the opposite one: no position differs',
  shift: (tf, image, by) => {
    const side = image.shape[2] as number;
    const start = wrap(by, side);
    return start === 0 ? image : tf.concat([stretch(tf, image, start, side), stretch(tf, image, 0, start)], 2);
  },
  source: wrap,
  story: null,
};
