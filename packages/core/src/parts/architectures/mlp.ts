import { type Architecture, keptPerActivation } from './architecture.ts';
import { vectors } from './medium.ts';
import { buildPlain } from './plain.ts';

/** Plain fully connected network: depth × (dense → norm → activation), then a linear readout where the loss wants one. */
export const mlp: Architecture = {
  name: 'mlp',
  aliases: ['plain', 'dense', 'fully-connected', 'fc', 'feedforward'],
  summary: 'plain fully connected network',
  takes: [],
  size: ({ depth, width }) => ({
    weights: depth * width * width,
    products: depth * width * width,
    kept: depth * width * keptPerActivation,
  }),
  build: (settings) => buildPlain(settings, vectors(settings)),
};
