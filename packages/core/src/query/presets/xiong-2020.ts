import type { Preset } from './preset.ts';

/** A transformer with its normalisation after the sums and before the sublayers. **Source** Xiong et al. 2020, 2002.04745. */
export const xiong2020: Preset = {
  name: 'xiong-2020',
  aliases: ['pre-ln', 'post-ln', 'pre-ln-against-post-ln'],
  summary: 'a transformer with its normalisation after the sums and before the sublayers',
  query: 'net=transformer depth=12 act=gelu norm=layer order=post,pre',
  why: [
    'After the sums (post-LN) the weight gradients of the last blocks stay large, however deep the network; before the sublayers (pre-LN) they shrink as depth grows.',
    'Large gradients next to the loss are why post-LN asks for a slow start of the learning rate.',
  ],
  source: 'Xiong et al. 2020, arXiv 2002.04745',
};
