import type { Tensor } from '@tensorflow/tfjs';
import { equalClasses } from './answers.ts';
import { oneHotTargets } from './one-hot.ts';
import type { Task } from './task.ts';

/** How often an arm winds around the middle, and how far points scatter about it, as a share of its length. */
const [turns, scatter] = [1.5, 0.02];

/** Brings E x² to one: the radius is uniform up to the rim, E r² = 1/3, over two coordinates. */
const rim = 1 / Math.sqrt(1 / 6 + scatter ** 2);

/**
 * Points in the plane on spirals wound around each other, one class per arm: r uniform, angle 2π (1.5 r + arm / arms), and normal
 * scatter. Lengths differ from point to point, so theory, which starts from their mean square, is off in the first layers.
 * **Source** Lang & Witbrock 1988 (two spirals of three turns).
 */
const spiralsOf = (arms: number): Task => ({
  name: 'spirals',
  aliases: ['spiral', 'two-spirals'],
  summary: 'points on spirals wound around each other; spirals(3) has three arms',
  explanation: {
    text: [
      'Points in the plane on two spirals wound around each other, or as many as the parentheses say; each arm is a class.',
      'No straight line tells the arms apart, so the hidden layers have to learn: a network whose gradient stops short of them stays at chance.',
      'Inputs are only two numbers, and of different length, so theory is a little off in the first layers.',
    ],
    formula: null,
    source: 'Lang & Witbrock 1988',
    example: 'depth=4 act=tanh task=spirals train=300',
    seeAlso: ['clusters', 'trainable-depth'],
  },
  parameter: { name: 'number of arms', value: arms, default: 2, minimum: 2, maximum: 10, isWhole: true, with: spiralsOf },
  signature: `spirals(${arms})`,
  usual: { optimizer: { name: 'adam', parameter: null } },
  layout: ({ kind }) =>
    kind === 'vector'
      ? { features: 2, symbols: null, reads: 1, isUneven: true }
      : {
          field: 'net',
          problem: 'task=spirals is a point in the plane',
          nearest: { name: 'mlp', parameter: null },
        },
  answers: equalClasses(arms),
  period: arms,
  inputSecondMoment: 1,
  inputCorrelation: neighbourCorrelation(arms),
  draw: (tf, random, { seeds, batch }) => {
    const radius = random.freshUniform([seeds, batch, 1]);
    const starts = Array.from({ length: batch }, (_, example) => (2 * Math.PI * (example % arms)) / arms);
    const angle = tf.add(tf.mul(radius, 2 * Math.PI * turns), tf.tensor3d(starts, [1, batch, 1]));
    const along = (side: Tensor): Tensor => tf.mul(radius, side);
    const points = tf.concat([along(tf.cos(angle)), along(tf.sin(angle))], 2);
    const noise = tf.mul(random.freshNormal([seeds, batch, 2]), scatter);
    return {
      inputs: tf.mul(tf.add(points, noise), rim),
      targets: oneHotTargets(tf, batch, arms, (example) => example % arms),
    };
  },
});

/** E x₁·x₂ / E x² of neighbours, which lie on neighbouring arms: |E r e^{iωr}|² cos(2π / arms), ω the angle that an arm winds through. */
function neighbourCorrelation(arms: number): number {
  const winding = 2 * Math.PI * turns;
  const real = Math.sin(winding) / winding + (Math.cos(winding) - 1) / winding ** 2;
  const imaginary = -Math.cos(winding) / winding + Math.sin(winding) / winding ** 2;
  return ((real ** 2 + imaginary ** 2) * Math.cos((2 * Math.PI) / arms) * rim ** 2) / 2;
}

/** Two spirals. */
export const spirals: Task = spiralsOf(2);
