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
  explanation: {
    text: [
      'A convolutional network whose blocks have a way around them.',
      'The gradient takes the way past every block as it is, and each branch adds to it, so it does not vanish; it may grow.',
      'Divide branches by the root of the depth (skip=scaled) or normalise them, so that the sum stays in bounds.',
    ],
    formula: 'x′ = x + f(x), f of convolutions',
    source: 'He et al. 2015, arXiv 1512.03385',
    example: 'net=rescnn depth=20 act=relu init=he-normal skip=scaled',
    seeAlso: ['cnn', 'resnet', 'skip-connections'],
  },
  takes: ['skip', 'order', 'branch', ...imageKeys],
  size: (settings) => sizeOfImages(settings, settings.branch, settings.branch + 1),
  form: imageForm,
  isStream: true,
  build: (settings) => buildResidual(settings, images(settings)),
};
