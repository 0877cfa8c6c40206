import { tanh } from '../../parts/activations/tanh.ts';
import { crossentropy } from '../../parts/losses/crossentropy.ts';
import { bestEnding } from '../best-ending.ts';
import type { RunnableClaim } from '../claim.ts';
import { drawnClusters } from '../drawn-clusters.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';

/** A net trains as deep as two examples can be told apart: some six times ξ_c, at any depth where that is infinite. */
export const p08: RunnableClaim = {
  id: 'P08',
  claim: 'Trainable depth follows ξ_c: nets much deeper than 6 ξ_c do not train, nets at criticality do at any depth.',
  source: 'Schoenholz et al. 2017, 1611.01232',
  takes: 'training',
  remark:
    'The paper trains on MNIST and CIFAR10; this is a substitute, ten Gaussian clusters whose classes are drawn, 250 steps of stochastic gradient descent with batches of 100 at the best of three rates. The chaotic nets are 100 layers deep, 14 ξ_c, and stay at chance. At 60 layers, 8.6 ξ_c, some of them still begin to learn: mean accuracy of eight 0.25 with a standard error of 0.03, against 0.97 at criticality. Critical nets of 100 layers are under way after 250 steps: accuracy 0.46.',
  run: async (laboratory) => {
    const comparisons: Comparison[] = [];
    for (const setting of settings) comparisons.push(await compare(laboratory, setting));
    return comparisons;
  },
};

interface Setting {
  readonly phase: string;
  /** σ_w² */
  readonly gain: number;
  readonly depth: number;
  readonly learns: boolean;
}

/** ξ_c is 3.63 in the ordered phase, infinite at criticality and 6.98 in the chaotic phase. */
const settings: readonly Setting[] = [
  { phase: 'ordered', gain: 1, depth: 15, learns: true },
  { phase: 'ordered', gain: 1, depth: 60, learns: false },
  { phase: 'critical', gain: 1.76096, depth: 60, learns: true },
  { phase: 'chaotic', gain: 4, depth: 15, learns: true },
  { phase: 'chaotic', gain: 4, depth: 100, learns: false },
];

const compare = async (laboratory: Laboratory, { phase, gain, depth, learns }: Setting): Promise<Comparison> => {
  const net = {
    ...{ activation: tanh, gain, bias: 0.05, depth, width: 100, features: 64 },
    ...{ task: drawnClusters, loss: crossentropy, batch: 100, seeds: 4 },
  };
  const { accuracy } = await bestEnding(laboratory, net, { steps: 250, rates: [0.1, 0.01, 0.001] });
  return {
    quantity: `${learns ? 'mistakes' : 'accuracy'} after 250 steps, ${phase} (σ_w² = ${gain}), ${depth} layers`,
    expected: learns ? 0.2 : 0.3,
    measured: learns ? 1 - accuracy : accuracy,
    tolerance: 0,
    toleranceKind: 'at-most',
  };
};
