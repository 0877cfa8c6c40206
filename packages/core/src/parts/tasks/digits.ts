import type { Clash } from '../clash.ts';
import { type Form, placesOf } from '../form.ts';
import { equalClasses } from './answers.ts';
import { type DigitImages, readDigits } from './digit-images.ts';
import { oneHotTargets } from './one-hot.ts';
import { freshIntegers } from './sequences.ts';
import type { Layout, Task } from './task.ts';

const classes = 10;

/** Points along each side of an image. */
const side = 28;

/** Points of an image along each side of the form at hand: images are averaged down to the size of a network's input. */
const sideIn = ({ kind, sides }: Form): number => (kind === 'image' ? (sides[0] ?? side) : side);

/** Features per place: an image point by point, or cut into as many stretches as there are places, row after row. */
const layoutIn = (form: Form): Layout | Clash => {
  const places = placesOf(form);
  if (form.kind === 'image') return layoutOfImage(form);
  if (side ** 2 % places === 0) return { features: side ** 2 / places, symbols: null, reads: 1, isUneven: true };
  const problem = `task=digits has ${side ** 2} points, which ${places} places do not share evenly`;
  return { field: form.field, problem, nearest: nearestDivisor(side ** 2, places) };
};

const layoutOfImage = ({ sides, field }: Form): Layout | Clash => {
  const [size = side] = sides;
  if (sides.length !== 2) return { field: 'dims', problem: 'task=digits is a plane: dims=2', nearest: 2 };
  if (side % size === 0 && size > 1) return { features: 1, symbols: null, reads: 1, isUneven: true };
  const problem = `task=digits has ${side} points along each side, which ${field}=${size} does not divide`;
  return { field, problem, nearest: nearestDivisor(side, size) };
};

/** The divisor of a number nearest to another, 1 left out. */
const nearestDivisor = (number: number, wanted: number): number => {
  const divisors = Array.from({ length: number - 1 }, (_, index) => index + 2).filter((divisor) => number % divisor === 0);
  return divisors.reduce((best, divisor) => (Math.abs(divisor - wanted) < Math.abs(best - wanted) ? divisor : best));
};

/**
 * Handwritten digits: ten thousand of the training images of MNIST, as many of each digit, with mean 0 and E x² = 1 over all
 * points. A network of vectors sees all 784 points at once, one of images a plane, a sequence row after row. Points differ in
 * what they show, and images in their ink, so theory, which starts from the mean square, is off in the first layers.
 * **Source** LeCun, Bottou, Bengio & Haffner 1998.
 */
const digitsOf = (images: DigitImages | null): Task => ({
  name: 'digits',
  aliases: ['mnist', 'handwritten-digits', 'numbers'],
  summary: 'handwritten digits (MNIST)',
  explanation: {
    text: [
      'Handwritten digits of MNIST, ten thousand images; a network of vectors sees all 784 points, one of images a plane, a recurrent one row after row.',
      'Points differ in what they show, so theory, which starts from the mean square of all, is a little off in the first layers.',
      'Real data for those who do not trust clusters; the first question loads them.',
    ],
    formula: null,
    source: 'LeCun, Bottou, Bengio & Haffner 1998',
    example: 'depth=3 act=relu init=he-normal task=digits train=100',
    seeAlso: ['clusters', 'cnn'],
  },
  signature: 'digits',
  usual: { optimizer: { name: 'adam', parameter: null }, seeds: 4, dims: 2, size: 7 },
  layout: layoutIn,
  load: async (form) => digitsOf(await readDigits(sideIn(form))),
  tables: images === null ? [] : [images.table],
  answers: equalClasses(classes),
  period: classes,
  inputSecondMoment: 1,
  inputCorrelation: images?.neighbourCorrelation ?? 0,
  draw: (tf, random, { seeds, batch, form, tables: [points] }) => {
    if (points === undefined || images === null) throw new Error('the digits were not loaded before the first batch');
    const own = tf.tensor3d(
      Array.from({ length: batch }, (_, example) => (example % classes) * images.perClass),
      [1, batch, 1],
    );
    const chosen = tf.add(freshIntegers(tf, random, [seeds, batch, 1], images.perClass), own);
    const all = tf.gatherND(points, tf.reshape(tf.cast(chosen, 'int32'), [-1, 1]));
    return {
      inputs: tf.reshape(all, [seeds, batch, sideIn(form) ** 2]),
      targets: oneHotTargets(tf, batch, classes, (example) => example % classes),
    };
  },
});

/** Handwritten digits. */
export const digits: Task = digitsOf(null);
