import type { Architecture } from './architecture.ts';
import { imageForm, imageKeys, images, sizeOfImages } from './images.ts';
import { buildResidual } from './residual.ts';

/**
 * Convolutional residual network: depth × blocks of convolutions around a stream of images. The signal is the gradient at the
 * stream where a block begins, at all positions.
 */
export const rescnn: Architecture = {
  name: 'rescnn',
  aliases: ['resnet-cnn', 'convolutional-resnet'],
  summary: 'convolutional network with skip connections',
  takes: ['skip', 'order', 'branch', ...imageKeys],
  size: (settings) => sizeOfImages(settings, settings.branch, settings.branch + 1),
  form: imageForm,
  isStream: true,
  build: (settings) => buildResidual(settings, images(settings)),
};
