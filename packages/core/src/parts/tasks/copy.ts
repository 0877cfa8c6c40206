import { placesOf } from '../form.ts';
import { equalClasses } from './answers.ts';
import { oneHotOfPlaces } from './one-hot.ts';
import { freshIntegers, sequenceLayout } from './sequences.ts';
import type { Task } from './task.ts';

/** Symbols to be remembered, kinds of them, and what stands for silence and for the cue. */
const [remembered, kinds, silence, cue] = [10, 8, 8, 9];

/**
 * Copy memory: ten symbols of eight kinds, a pause of T − 1 steps, a cue, and ten steps at which the symbols are to be named in
 * order; T + 20 steps in all. The loss is over those ten steps, ln 8 for a guess; the literature averages over all steps, where
 * the same guess is 10 ln 8 / (T + 20). **Source** Arjovsky, Shah & Bengio 2016, 1511.06464.
 */
export const copy: Task = {
  name: 'copy',
  aliases: ['copy-memory', 'copying', 'copying-memory'],
  summary: 'ten symbols to be repeated after a long pause',
  explanation: {
    text: [
      'Ten symbols, a long pause, a cue: then the ten symbols have to be named in order.',
      'All of them have to be carried over the pause. Guessing costs ln 8 ≈ 2.08 per symbol; whatever is below that was remembered.',
      'It asks for a memory of several things at once, where the adding problem asks for one.',
    ],
    formula: 'L of a guess: ln 8',
    source: 'Arjovsky, Shah & Bengio 2016, arXiv 1511.06464',
    example: 'net=lstm steps=30 task=copy',
    seeAlso: ['adding', 'temporal-order', 'lstm'],
  },
  signature: 'copy',
  usual: { optimizer: { name: 'adam', parameter: null }, seeds: 4 },
  layout: (form) => {
    const places = placesOf(form);
    return sequenceLayout(
      form,
      {
        ...{ task: 'copy', fewest: 2 * remembered + 1, isReadEverywhere: true },
        because: 'ten symbols, a cue, and ten steps to name them',
      },
      {
        ...{ features: null, symbols: kinds + 2, reads: remembered, isUneven: true },
        // silence is the same for all
        inputCorrelation: (places - remembered + remembered / kinds) / places,
      },
    );
  },
  answers: equalClasses(kinds),
  period: 1,
  inputSecondMoment: 1,
  inputCorrelation: 1,
  draw: (tf, random, { seeds, batch, form, reads }) => {
    const symbols = freshIntegers(tf, random, [seeds, batch, remembered], kinds);
    const quiet = (steps: number, symbol = silence) => tf.fill([seeds, batch, steps], symbol, 'float32');
    const pause = placesOf(form) - 2 * remembered - 1;
    return {
      inputs: tf.concat([symbols, ...(pause > 0 ? [quiet(pause)] : []), quiet(1, cue), quiet(remembered)], 2),
      targets: oneHotOfPlaces(tf, symbols, reads, kinds),
    };
  },
};
