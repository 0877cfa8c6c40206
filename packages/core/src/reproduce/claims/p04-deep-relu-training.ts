import { relu } from '../../parts/activations/relu.ts';
import { glorotNormal } from '../../parts/initializers/glorot-normal.ts';
import { heNormal } from '../../parts/initializers/he-normal.ts';
import type { Initializer } from '../../parts/initializers/initializer.ts';
import { crossentropy } from '../../parts/losses/crossentropy.ts';
import { bestEnding, type Ending } from '../best-ending.ts';
import type { RunnableClaim } from '../claim.ts';
import { drawnClusters } from '../drawn-clusters.ts';
import type { Laboratory } from '../laboratory.ts';

/** Thirty relu layers stay at chance with Xavier and learn with He. */
export const p04: RunnableClaim = {
  id: 'P04',
  claim: 'A plain ReLU net of 30 layers does not train with Xavier initialisation and does with He.',
  source: 'He et al. 2015, 1502.01852 (Fig. 3)',
  takes: 'training',
  remark:
    'He et al. train on photographs; this is a substitute, ten Gaussian clusters, 400 steps of stochastic gradient descent with batches of 100 at the better of two rates. The classes of a batch are drawn, as they are where examples are drawn from a set. Batches that hold every class equally often have no noise common to all their examples: with them some of the networks with Xavier weights have left the plateau after 400 steps (mean loss 2.21 at rate 0.1), and so they do on a fixed set of 2,000 examples.',
  run: async (laboratory) => {
    const xavier = await train(laboratory, glorotNormal);
    const he = await train(laboratory, heNormal);
    return [
      {
        quantity: 'loss after 400 steps, Xavier',
        expected: Math.log(10),
        measured: xavier.loss,
        // biases of the readout that follow the classes drawn cost 0.0002; what is within 1 % of ln 10 has learnt nothing
        tolerance: 0.02,
        toleranceKind: 'absolute',
      },
      {
        quantity: 'accuracy after 400 steps, Xavier',
        // two classes of ten told apart
        expected: 0.2,
        measured: xavier.accuracy,
        tolerance: 0,
        toleranceKind: 'at-most',
      },
      {
        quantity: 'mistakes after 400 steps, He',
        expected: 0.2,
        measured: 1 - he.accuracy,
        tolerance: 0,
        toleranceKind: 'at-most',
      },
    ];
  },
};

const train = (laboratory: Laboratory, initializer: Initializer): Promise<Ending> =>
  bestEnding(
    laboratory,
    {
      ...{ activation: relu, initializer, depth: 30, width: 100, features: 64 },
      ...{ task: drawnClusters, loss: crossentropy, batch: 100, seeds: 8 },
    },
    { steps: 400, rates: [0.1, 0.01] },
  );
