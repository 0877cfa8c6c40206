import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { counted } from '../../verdict/words.ts';
import type { Entrance, Exit } from './ends.ts';
import { batchFor, shapeOfExample } from './sizes.ts';
import type { ReadLoss } from './training-config.ts';

/** Where a sequence of numbers starts: the same model is shown the same numbers. */
const seedOfInputs = 1;
const seedOfTargets = 1001;

/** Inputs of somebody else's choice, and what is to be said of them. */
export interface Assumed {
  readonly tensors: readonly Tensor[];
  readonly sentences: readonly string[];
}

/** Inputs for a model of which no data are known: standard normal, or whole numbers where it looks them up. */
export const assumeInputs = (tf: TensorFlow, model: LayersModel, entrances: readonly Entrance[]): Assumed => {
  const batch = batchFor(model, entrances);
  const drawn = entrances.map((entrance, index) => {
    const { shape, filled } = shapeOfExample(entrance);
    const seed = seedOfInputs + index;
    const open = filled === null ? '' : `; ${filled} stands for a size that the model leaves open`;
    const { what, draw } = entrance.below === null ? normal : wholeBelow(entrance.below);
    return {
      tensor: draw(tf, [batch, ...shape], seed),
      sentence: `"${entrance.name}" is given ${counted(batch, 'example')} of shape [${shape.join(', ')}]: ${what}, seed ${seed}${open}`,
    };
  });
  return { tensors: drawn.map(({ tensor }) => tensor), sentences: drawn.map(({ sentence }) => sentence) };
};

interface Drawing {
  readonly what: string;
  readonly draw: (tf: TensorFlow, shape: readonly number[], seed: number) => Tensor;
}

const normal: Drawing = {
  what: 'standard normal numbers',
  draw: (tf, shape, seed) => tf.randomNormal([...shape], 0, 1, 'float32', seed),
};

const uniformBelow = (tf: TensorFlow, shape: readonly number[], limit: number, seed: number): Tensor =>
  tf.floor(tf.randomUniform([...shape], 0, limit, 'float32', seed));

const wholeBelow = (limit: number): Drawing => ({
  what: `whole numbers below ${limit}`,
  draw: (tf, shape, seed) => uniformBelow(tf, shape, limit, seed),
});

const oneClass: Drawing = {
  what: 'one class each at random',
  draw: (tf, shape, seed) => {
    const classes = shape.at(-1) ?? 1;
    return tf.oneHot(uniformBelow(tf, shape.slice(0, -1), classes, seed).toInt(), classes).toFloat();
  },
};

const numberOfClass: Drawing = {
  what: 'the number of a class each at random',
  draw: (tf, shape, seed) => uniformBelow(tf, [...shape.slice(0, -1), 1], shape.at(-1) ?? 1, seed),
};

const zeroOrOne: Drawing = {
  what: 'zeros and ones at random',
  draw: (tf, shape, seed) => uniformBelow(tf, shape, 2, seed),
};

const signs: Drawing = {
  what: 'plus and minus one at random',
  draw: (tf, shape, seed) => tf.sub(tf.mul(uniformBelow(tf, shape, 2, seed), 2), 1),
};

const positive: Drawing = {
  what: 'numbers from 1 to 2',
  draw: (tf, shape, seed) => tf.randomUniform([...shape], 1, 2, 'float32', seed),
};

const counts: Drawing = {
  what: 'whole numbers from 0 to 3',
  draw: (tf, shape, seed) => uniformBelow(tf, shape, 4, seed),
};

/** Targets that a loss takes, where it does not take any number. */
const drawings: Readonly<Record<string, Drawing>> = {
  categoricalCrossentropy: oneClass,
  categoricalHinge: oneClass,
  kullbackLeiblerDivergence: oneClass,
  sparseCategoricalCrossentropy: numberOfClass,
  binaryCrossentropy: zeroOrOne,
  hinge: signs,
  squaredHinge: signs,
  meanAbsolutePercentageError: positive,
  meanSquaredLogarithmicError: positive,
  poisson: counts,
};

/** Targets for outputs of which no data are known, such as their losses take; the shapes are those of the predictions. */
export const assumeTargets = (
  tf: TensorFlow,
  exits: readonly Exit[],
  losses: readonly ReadLoss[],
  shapes: readonly (readonly number[])[],
): Assumed => {
  const drawn = exits.map(({ name }, index) => {
    const { what, draw } = drawings[losses[index]?.name ?? ''] ?? normal;
    const seed = seedOfTargets + index;
    return { tensor: draw(tf, shapes[index] ?? [], seed), sentence: `the targets of "${name}" are ${what}, seed ${seed}` };
  });
  return { tensors: drawn.map(({ tensor }) => tensor), sentences: drawn.map(({ sentence }) => sentence) };
};
