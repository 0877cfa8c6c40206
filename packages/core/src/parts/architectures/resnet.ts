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
  takes: ['skip', 'order', 'branch'],
  isStream: true,
  size: ({ depth, width, branch }) => ({
    weights: depth * branch * width * width,
    products: depth * branch * width * width,
    kept: depth * (branch + 1) * width * keptPerActivation,
  }),
  build: (settings) => buildResidual(settings, vectors(settings)),
};
