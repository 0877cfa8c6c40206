import type { Tensor } from '@tensorflow/tfjs';
import { type Form, placesOf } from '../form.ts';
import { equalClasses } from './answers.ts';
import { oneHotTargets } from './one-hot.ts';
import { freshIntegers, freshMarks, sequenceLayout } from './sequences.ts';
import type { Task } from './task.ts';

/** Kinds of symbols that mean nothing; two that matter follow them. */
const distractors = 4;
const classes = 4;

/** Where the two symbols may stand: in the second tenth of the sequence, and in the sixth. */
const windowsOf = (form: Form): readonly (readonly [number, number])[] =>
  [0.1, 0.5].map((start) => {
    const first = Math.floor(placesOf(form) * start);
    return [first, Math.max(first + 1, Math.floor(placesOf(form) * (start + 0.1)))] as const;
  });

/** Which of the two symbols an example shows first and second: X X, X Y, Y X, Y Y. */
const shown = (example: number, position: number): number => distractors + (((example % classes) >> (1 - position)) & 1);

/**
 * Temporal order: two symbols out of X and Y, far apart in a sequence of others; the answer is which came first and which second.
 * **Source** Hochreiter & Schmidhuber 1997, experiment 6a; Pascanu, Mikolov & Bengio 2013, 1211.5063.
 */
export const temporalOrder: Task = {
  name: 'temporal-order',
  aliases: ['order-of-symbols'],
  summary: 'the order of two symbols that lie far apart',
  explanation: {
    text: [
      'Two symbols out of X and Y stand far apart in a sequence of others; which came first and which second is the answer.',
      'Neither of them helps alone, so the gradient has to reach back to both.',
      'Guessing is right in a quarter of all cases.',
    ],
    formula: null,
    source: 'Hochreiter & Schmidhuber 1997; Pascanu, Mikolov & Bengio 2013, arXiv 1211.5063',
    example: 'net=gru steps=20 task=temporal-order train=150',
    seeAlso: ['adding', 'copy', 'chance'],
  },
  signature: 'temporal-order',
  usual: { optimizer: { name: 'adam', parameter: null }, seeds: 4 },
  layout: (form) =>
    sequenceLayout(
      form,
      { task: 'temporal-order', fewest: 2, because: 'two symbols have an order' },
      { features: null, symbols: distractors + 2, reads: 1, isUneven: true, inputCorrelation: sameness(form) },
    ),
  answers: equalClasses(classes),
  period: classes,
  inputSecondMoment: 1,
  inputCorrelation: 1 / distractors,
  draw: (tf, random, shape) => {
    const { seeds, batch, form } = shape;
    const others = freshIntegers(tf, random, [seeds, batch, placesOf(form)], distractors);
    const inputs = windowsOf(form).reduce((sequence: Tensor, window, position) => {
      const marks = freshMarks(tf, random, shape, window);
      const symbols = tf.tensor3d(
        Array.from({ length: batch }, (_, example) => shown(example, position)),
        [1, batch, 1],
      );
      return tf.add(tf.mul(sequence, tf.sub(1, marks)), tf.mul(marks, symbols));
    }, others);
    return { inputs, targets: oneHotTargets(tf, batch, classes, (example) => example % classes) };
  },
};

/** How often two neighbouring examples show the same symbol at a place: of neighbours the first symbol is the same, the second is not. */
const sameness = (form: Form): number => {
  const places = placesOf(form);
  const [first = 1, second = 1] = windowsOf(form).map(([start, end]) => 1 / (end - start));
  const unmarked = places - (2 - first) - (2 - second);
  return (unmarked / distractors + first) / places;
};
