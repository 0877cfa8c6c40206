import { type Architecture, keptPerActivation } from './architecture.ts';
import { vectors } from './medium.ts';
import { buildResidual } from './residual.ts';

/**
 * Fully connected residual network: depth × blocks around a stream of constant width. The signal is the gradient at the
 * stream where a block begins.
 */
export const resnet: Architecture = {
  name: 'resnet',
  aliases: ['residual-network', 'residual-mlp'],
  summary: 'fully connected network with skip connections',
  explanation: {
    text: [
      'Blocks of layers with a way around each: the input is added to what the block makes of it.',
      'The gradient takes the way past every block as it is, and each branch adds its part, so it does not vanish; without further care it grows exponentially instead.',
      'Scaling branches by depth, starting them at zero, or normalising them tames that.',
    ],
    formula: 'x′ = x + f(x)',
    source: 'He et al. 2015, arXiv 1512.03385; De & Smith 2020, arXiv 2002.10444',
    example: 'net=resnet depth=50 act=relu init=he-normal skip=scaled',
    seeAlso: ['skip-connections', 'skip', 'norm=batch', 'fixup'],
  },
  takes: ['skip', 'order', 'branch'],
  isStream: true,
  size: ({ depth, width, branch }) => ({
    weights: depth * branch * width * width,
    products: depth * branch * width * width,
    kept: depth * (branch + 1) * width * keptPerActivation,
  }),
  build: (settings) => buildResidual(settings, vectors(settings)),
};
