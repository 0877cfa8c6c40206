import { linear } from '../../parts/activations/linear.ts';
import type { Initializer } from '../../parts/initializers/initializer.ts';
import { lecunNormal } from '../../parts/initializers/lecun-normal.ts';
import { orthogonal } from '../../parts/initializers/orthogonal.ts';
import { mse } from '../../parts/losses/mse.ts';
import { equalClasses } from '../../parts/tasks/answers.ts';
import type { Task } from '../../parts/tasks/task.ts';
import type { RunnableClaim } from '../claim.ts';
import type { Laboratory } from '../laboratory.ts';

/** How long a deep linear net learns, in steps of full-batch gradient descent. */
export const p11Training: RunnableClaim = {
  id: 'P11',
  claim: 'Deep linear nets: orthogonal init makes learning time independent of depth; with Gaussian init it grows with depth.',
  source: 'Saxe, McClelland & Ganguli 2013, 1312.6120',
  takes: 'training',
  remark:
    'Full-batch gradient descent on whitened inputs, the steps of mean losses of eight networks at the best of six rates. It takes 5 and 6 steps with 4 and 64 orthogonal layers, 14 with 4 Gaussian ones; where no rate gets there in 120 steps, as with 64 Gaussian layers, 120 are counted.',
  run: async (laboratory) => [
    {
      quantity: 'steps to 1 % of the loss, 64 over 4 orthogonal layers',
      expected: 2,
      measured: (await stepsNeeded(laboratory, orthogonal, 64)) / (await stepsNeeded(laboratory, orthogonal, 4)),
      tolerance: 0,
      toleranceKind: 'at-most',
    },
    {
      quantity: 'steps to 1 % of the loss, 4 over 64 Gaussian layers',
      expected: 1 / 5,
      measured: (await stepsNeeded(laboratory, lecunNormal, 4)) / (await stepsNeeded(laboratory, lecunNormal, 64)),
      tolerance: 0,
      toleranceKind: 'at-most',
    },
  ],
};

const [inputs, outputs] = [50, 10];

/** Whitened inputs, E xxᵀ = I, each with its opposite, so that biases stay at zero; targets are twice an orthonormal map of them. */
const whitened: Task = {
  ...{ name: 'whitened', aliases: [], summary: 'whitened inputs, orthonormal targets', signature: 'whitened' },
  explanation: {
    text: ['Inputs without correlations, each with its opposite, and an orthonormal map of them as the answer.'],
    ...{ formula: 'E xxᵀ = I', source: 'Saxe, McClelland & Ganguli 2013, arXiv 1312.6120', example: 'reproduce P11' },
  },
  ...{ answers: equalClasses(outputs), period: 1, inputSecondMoment: 1, inputCorrelation: 0 },
  draw: (tf, random, { seeds }) => {
    const unit = tf.mul(tf.eye(inputs), Math.sqrt(inputs));
    const examples = tf.tile(tf.expandDims(tf.concat([unit, tf.neg(unit)]), 0), [seeds, 1, 1]);
    return { inputs: examples, targets: tf.mul(tf.matMul(examples, random.orthogonal([seeds, inputs, outputs])), 2) };
  },
};

/** More steps than this are as good as none, and every one of them is recorded. */
const patience = 120;

/** Steps until the loss is a hundredth of its first, at the best of six rates; the patience where none gets there. */
const stepsNeeded = async (laboratory: Laboratory, initializer: Initializer, layers: number): Promise<number> => {
  const net = {
    ...{ activation: linear, initializer, depth: layers - 1, width: inputs },
    ...{ task: whitened, loss: mse, batch: 2 * inputs, seeds: 8 },
  };
  let fewest = patience;
  for (const rate of [1, 0.5, 0.25, 0.1, 0.03, 0.01]) {
    // the mean over outputs makes the gradient 2/outputs times that of ½ Σ (y − t)²
    const learningRate = (rate / layers) * (outputs / 2);
    const { steps } = await laboratory.train(net, { steps: fewest, learningRate });
    const first = steps[0]?.loss.mean ?? Number.NaN;
    const learnt = steps.find(({ loss }) => loss.mean !== null && loss.mean <= 0.01 * first);
    // a step's loss is that before it
    fewest = Math.min(fewest, learnt === undefined ? patience : learnt.step - 1);
  }
  return fewest;
};
