import type { Architecture } from './architecture.ts';
import { imageForm, imageKeys, images, sizeOfImages } from './images.ts';
import { buildPlain } from './plain.ts';

/**
 * Plain convolutional network: depth × (convolution → norm → activation), then the mean over positions and a linear readout
 * where the loss wants one. The signal is the gradient at the pre-activations of all positions.
 */
export const cnn: Architecture = {
  name: 'cnn',
  aliases: ['conv', 'convnet', 'convolutional'],
  summary: 'plain convolutional network',
  explanation: {
    text: [
      'Layers of convolutions: every position sees its neighbours through one small kernel, which all positions share.',
      'The factor per layer is that of a fully connected net with fan in = positions of the kernel × channels, so all that is known of σ_w² carries over.',
      'With zeros beyond the borders part of the gradient leaves there; delta-orthogonal kernels pass it through thousands of layers.',
    ],
    formula: 'z(p) = Σ_k W_k h(p + k) + b',
    source: 'Xiao et al. 2018, arXiv 1806.05393',
    example: 'net=cnn depth=20 act=relu init=he-normal',
    seeAlso: ['rescnn', 'delta-orthogonal', 'padding'],
  },
  takes: imageKeys,
  size: (settings) => sizeOfImages(settings, 1, 1),
  form: imageForm,
  build: (settings) => buildPlain(settings, images(settings)),
};
