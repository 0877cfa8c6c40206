import type { Remedy } from './remedy.ts';

/** Batch normalisation: it helps through residual branches, which it scales down as the stream grows. **Source** Ioffe & Szegedy 2015, 1502.03167; De & Smith 2020, 2002.10444. */
export const batchNorm: Remedy = {
  name: 'batch-norm',
  aliases: [],
  summary: 'batch normalisation',
  explanation: {
    text: [
      'Puts batch normalisation into the branches of a residual network.',
      'Each branch then starts at unit variance while the stream grows, so later blocks add ever smaller shares and growth becomes a power of depth.',
      'It is offered to residual networks only: in plain deep nets batch normalisation makes gradients explode.',
    ],
    formula: null,
    source: 'Ioffe & Szegedy 2015, arXiv 1502.03167; De & Smith 2020, arXiv 2002.10444',
    example: 'net=resnet depth=50 act=relu init=he-normal norm=batch',
    seeAlso: ['norm=batch', 'remedy=layer-norm', 'resnet'],
  },
  mends: 'signal',
  why: 'every branch starts at unit variance, so beside a growing stream each adds less than the one before',
  propose: ({ net, norm }) =>
    norm.name === 'none' && ['resnet', 'rescnn'].includes(net.name) ? { norm: { name: 'batch', parameter: null } } : null,
};
