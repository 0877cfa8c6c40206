import { type Architecture, keptPerActivation } from './architecture.ts';
import { vectors } from './medium.ts';
import { buildPlain } from './plain.ts';

/** Plain fully connected network: depth × (dense → norm → activation), then a linear readout where the loss wants one. */
export const mlp: Architecture = {
  name: 'mlp',
  aliases: ['plain', 'dense', 'fully-connected', 'fc', 'feedforward'],
  summary: 'plain fully connected network',
  explanation: {
    text: [
      'Layers of weights and activations one after another, every unit seeing all units below it.',
      'Each layer multiplies the squared gradient by σ_w² E φ′², and a factor other than 1 becomes exponential in depth.',
      'It is the plainest place to watch a gradient vanish or explode; critical weights or skip connections mend it.',
    ],
    formula: 'h_l = φ(W_l h_{l−1} + b_l)',
    source: 'Schoenholz et al. 2017, arXiv 1611.01232',
    example: 'depth=30 act=sigmoid',
    seeAlso: ['vanishing-gradient-problem', 'edge-of-chaos', 'resnet'],
  },
  takes: [],
  size: ({ depth, width }) => ({
    weights: depth * width * width,
    products: depth * width * width,
    kept: depth * width * keptPerActivation,
  }),
  build: (settings) => buildPlain(settings, vectors(settings)),
};
