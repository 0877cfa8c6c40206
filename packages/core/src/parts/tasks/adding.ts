import { type Form, placesOf } from '../form.ts';
import { freshMarks, sequenceLayout } from './sequences.ts';
import type { Task } from './task.ts';

/** Places before the first half ends, where the first mark stands; the second stands behind. */
const halfOf = (form: Form): number => Math.floor(placesOf(form) / 2);

/**
 * Adding problem: at every step a number, uniform between 0 and 1, and a mark, which is 1 at one step of each half and 0
 * elsewhere; the answer is the sum of the two marked numbers. Always answering 1 has the mean squared error 1/6.
 * **Source** Hochreiter & Schmidhuber 1997; in this form Arjovsky, Shah & Bengio 2016, 1511.06464.
 */
export const adding: Task = {
  name: 'adding',
  aliases: ['adding-problem'],
  summary: 'the sum of two marked numbers of a long sequence',
  explanation: {
    text: [
      'At every step stands a number between 0 and 1; two of them are marked, one in each half of the sequence, and their sum is asked for at the end.',
      'To do better than always answering 1, which costs a mean squared error of 1/6, a network has to carry the first number over half of the sequence.',
      'A tanh net stays at the 1/6 over long sequences, gated cells solve it.',
    ],
    formula: 'L of answering 1: 1/6',
    source: 'Hochreiter & Schmidhuber 1997; Arjovsky, Shah & Bengio 2016, arXiv 1511.06464',
    example: 'net=gru steps=20 task=adding train=200',
    seeAlso: ['copy', 'temporal-order', 'gru', 'chrono'],
  },
  signature: 'adding',
  usual: {
    loss: { name: 'mse', parameter: null },
    optimizer: { name: 'adam', parameter: null },
    seeds: 4,
  },
  layout: (form) => {
    const places = placesOf(form);
    const [early, late] = [halfOf(form), places - halfOf(form)];
    const second = 1 / 3 + 2 / places;
    return sequenceLayout(
      form,
      { task: 'adding', fewest: 2, because: 'two numbers are added' },
      {
        ...{ features: 2, symbols: null, reads: 1, isUneven: true },
        inputSecondMoment: second / 2,
        // means of numbers are ½; marks of two examples meet once in so many places
        inputCorrelation: (1 / 4 + (1 / early + 1 / late) / places) / second,
      },
    );
  },
  // right within 0.04, as Hochreiter & Schmidhuber count; the density of the sum is a triangle with its top at 1
  answers: { kind: 'number', mean: 1, variance: 1 / 6, tolerance: 0.04, rightByMean: 1 - (1 - 0.04) ** 2 },
  period: 1,
  inputSecondMoment: 1 / 6,
  inputCorrelation: 3 / 4,
  draw: (tf, random, shape) => {
    const { seeds, batch, form } = shape;
    const places = placesOf(form);
    const numbers = random.freshUniform([seeds, batch, places]);
    const [early, late] = (
      [
        [0, halfOf(form)],
        [halfOf(form), places],
      ] as const
    ).map((range) => freshMarks(tf, random, shape, range));
    const marks = tf.add(early ?? 0, late ?? 0);
    return {
      inputs: tf.reshape(tf.stack([numbers, marks], 3), [seeds, batch, 2 * places]),
      targets: tf.sum(tf.mul(numbers, marks), 2, true),
    };
  },
};
