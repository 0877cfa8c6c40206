import type { Variant } from '../parts/variant.ts';
import type { Experiment } from './experiment.ts';

/**
 * Variants that are understood but not built yet. Whoever puts one on its own shelf deletes its line here; the two
 * may not overlap.
 */
export const announced: Readonly<Partial<Record<keyof Experiment, readonly Variant[]>>> = Object.freeze({
  net: [
    { name: 'cnn', aliases: ['conv', 'convnet', 'convolutional'], summary: 'convolutional network' },
    { name: 'rescnn', aliases: ['resnet-cnn', 'convolutional-resnet'], summary: 'convolutional network with skip connections' },
    { name: 'transformer', aliases: ['attention', 'self-attention'], summary: 'attention and feed-forward blocks' },
  ],
});
