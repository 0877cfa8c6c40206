import { relu } from '../../parts/activations/relu.ts';
import { heNormal } from '../../parts/initializers/he-normal.ts';
import { outputsFor } from '../../parts/tasks/answers.ts';
import { pairs } from '../../parts/tasks/pairs.ts';
import type { Task } from '../../parts/tasks/task.ts';
import { asPrinted } from '../as-printed.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';
import type { Comparison } from '../outcome.ts';
import type { PlainNet } from '../plain-net.ts';

/** Narrow deep relu nets are dead at birth with a probability that has a closed form. */
export const p25: RunnableClaim = {
  id: 'P25',
  claim:
    'A ReLU net is born dead with probability 1 − (1 − 2^−N)^L for one input and zero bias; over a whole input domain this is an upper bound.',
  source: 'Lu et al. 2019, 1903.06733',
  takes: 'measuring',
  run: async (laboratory) => {
    const comparisons: Comparison[] = [];
    for (const { width, layers, seeds, printed } of settings) {
      const expected = bornDead(width, layers);
      const measured = await shareDead(laboratory, { width, layers, seeds });
      const quantity = `share born dead, N = ${width}, L = ${layers}`;
      comparisons.push(asPrinted(`theory: ${quantity}`, printed, expected));
      comparisons.push({
        quantity,
        expected,
        measured,
        tolerance: threeStandardErrors(expected, seeds),
        toleranceKind: 'absolute',
      });
    }
    return [...comparisons, await wholeInterval(laboratory)];
  },
};

const settings = [
  { width: 2, layers: 10, seeds: 10_000, printed: '0.943686' },
  { width: 3, layers: 20, seeds: 10_000, printed: '0.930791' },
  { width: 8, layers: 100, seeds: 4000, printed: '0.323884' },
] as const;

const bornDead = (width: number, layers: number): number => 1 - (1 - 2 ** -width) ** layers;

/** Of a binomial share. */
const threeStandardErrors = (share: number, networks: number): number => 3 * Math.sqrt((share * (1 - share)) / networks);

/**
 * Networks whose gradient is exactly zero at the first layer. Behind one layer that is all zero nothing comes back,
 * and with no such layer something always does: dead output and zero gradient are the same networks. The output vector
 * stands one layer behind the last activation.
 */
const shareDead = async (
  laboratory: Laboratory,
  { layers, ...net }: Omit<PlainNet, 'activation' | 'depth'> & { readonly layers: number },
): Promise<number> => {
  const profile = await laboratory.measure({ ...net, activation: relu, initializer: heNormal, depth: layers + 1 });
  return (profile.layers[0]?.signalPerSeed ?? []).filter((value) => value === null).length / net.seeds;
};

const wholeInterval = async (laboratory: Laboratory): Promise<Comparison> => {
  const [width, layers, seeds] = [2, 10, 4000];
  const bound = bornDead(width, layers);
  return {
    quantity: 'share born dead on all of [−1, 1], at most that of one input, N = 2, L = 10',
    expected: bound,
    measured: await shareDead(laboratory, { width, layers, seeds, features: 1, batch: gridPoints, task: intervalGrid }),
    tolerance: 0,
    toleranceKind: 'at-most',
  };
};

const gridPoints = 101;

/** The points −1, −0.98 … 1 of one feature, the same for every network. */
const intervalGrid: Task = {
  name: 'interval',
  aliases: [],
  summary: 'an even grid on [−1, 1]',
  explanation: {
    text: ['The points of an even grid: whether a network is dead on a whole interval, not on one input alone.'],
    formula: null,
    source: 'Lu et al. 2019, arXiv 1903.06733',
    example: 'reproduce P25',
  },
  signature: 'interval',
  answers: pairs.answers,
  period: pairs.period,
  inputSecondMoment: 1 / 3,
  inputCorrelation: 1,
  draw: (tf, _random, { seeds, batch }) => ({
    inputs: tf.tile(tf.reshape(tf.linspace(-1, 1, batch), [1, batch, 1]), [seeds, 1, 1]),
    targets: tf.zeros([1, batch, outputsFor(pairs.answers)]),
  }),
};
