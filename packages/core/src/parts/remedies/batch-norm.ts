import type { Remedy } from './remedy.ts';

/** Batch normalisation: it helps through residual branches, which it scales down as the stream grows. **Source** Ioffe & Szegedy 2015, 1502.03167; De & Smith 2020, 2002.10444. */
export const batchNorm: Remedy = {
  name: 'batch-norm',
  aliases: [],
  summary: 'batch normalisation',
  mends: 'signal',
  why: 'every branch starts at unit variance, so beside a growing stream each adds less than the one before',
  propose: ({ net, norm }) =>
    norm.name === 'none' && ['resnet', 'rescnn'].includes(net.name) ? { norm: { name: 'batch', parameter: null } } : null,
};
