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
  takes: imageKeys,
  size: (settings) => sizeOfImages(settings, 1, 1),
  form: imageForm,
  build: (settings) => buildPlain(settings, images(settings)),
};
