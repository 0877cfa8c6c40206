import type { Padding } from './padding.ts';

const wrap = (position: number, side: number): number => ((position % side) + side) % side;

/** Circular: beyond one border lies the opposite one, so all positions are alike. **Source** Xiao et al. 2018, 1806.05393. */
export const circular: Padding = {
  name: 'circular',
  aliases: ['wrap', 'periodic', 'torus'],
  summary: 'beyond one border lies the opposite one: no position differs',
  explanation: {
    text: [
      'Beyond one border lies the opposite one, as on a ring or a torus.',
      'All positions are then alike and see a full kernel, so no gradient is lost at borders and theory needs no corrections.',
      'It is for comparing with theory; images have borders.',
    ],
    formula: null,
    source: 'Xiao et al. 2018, arXiv 1806.05393',
    example: 'net=cnn depth=20 act=relu init=he-normal padding=circular',
    seeAlso: ['padding=zero', 'cnn'],
  },
  source: wrap,
  story: null,
};
