import type { Variant } from '../parts/variant.ts';
import type { Experiment } from './experiment.ts';

/**
 * Variants that are understood but not built yet. Whoever puts one on its own shelf deletes its line here; the two
 * may not overlap.
 */
export const announced: Readonly<Partial<Record<keyof Experiment, readonly Variant[]>>> = Object.freeze({
  net: [
    { name: 'resnet', aliases: ['residual-network', 'residual-mlp'], summary: 'fully connected network with skip connections' },
    { name: 'cnn', aliases: ['conv', 'convnet', 'convolutional'], summary: 'convolutional network' },
    { name: 'rescnn', aliases: ['resnet-cnn', 'convolutional-resnet'], summary: 'convolutional network with skip connections' },
    {
      name: 'rnn',
      aliases: ['recurrent', 'simple-rnn', 'vanilla-rnn', 'elman'],
      summary: 'recurrent network; depth counts time steps',
    },
    { name: 'lstm', aliases: ['long-short-term-memory'], summary: 'recurrent network with gates and a cell' },
    { name: 'gru', aliases: ['gated-recurrent-unit'], summary: 'recurrent network with two gates' },
    { name: 'transformer', aliases: ['attention', 'self-attention'], summary: 'attention and feed-forward blocks' },
  ],
  norm: [
    { name: 'batch', aliases: ['batchnorm', 'batch-normalization', 'batch-normalisation', 'bn'], summary: 'batch normalisation' },
    { name: 'layer', aliases: ['layernorm', 'layer-normalization', 'layer-normalisation', 'ln'], summary: 'layer normalisation' },
    { name: 'rms', aliases: ['rmsnorm', 'root-mean-square'], summary: 'division by the root mean square' },
  ],
  skip: [
    {
      name: 'residual',
      aliases: ['res', 'identity', 'shortcut', 'yes', 'on', 'true'],
      summary: 'adds the input of each layer to its output',
    },
  ],
});
