import { findByName } from '../parts/shelf.ts';
import { findKey, placeOf } from './find-key.ts';
import type { Item } from './items.ts';
import { findSubject } from './subjects.ts';
import { verbs } from './verbs.ts';

/** Fewer words than this are a slip, and no sentence. */
const fewestWords = 3;

/** The words of a sentence: nothing in it says `key=value`. Null where something does, or where it is too short for one. */
export const sentenceOf = (items: readonly Item[]): string | null => {
  const words = items.map(wordsOf);
  const sentence = words.join(' ');
  return words.includes(null) || sentence.split(' ').length < fewestWords ? null : sentence;
};

const wordsOf = (item: Item): string | null => {
  if (item.kind === 'alone') return item.text;
  if (item.kind === 'unjoined') return `${item.key} ${item.value}`;
  return item.kind === 'pair' && item.values.length === 0 ? item.key : null;
};

/** The question that a sentence probably asks: the networks that it names, or what explains its subject; else one to begin with. */
export const guessQuestion = (sentence: string): string => {
  const named = namesIn(sentence);
  const depth = numberBefore(sentence, /(\d+)[\s-]*(?:hidden\s+)?(?:layers?|deep)\b/iu);
  if (depth === null && named.length === 0) {
    const subject = findSubject(`what ${sentence}`);
    return subject === null ? usual : `explain ${subject.topic}`;
  }
  const verb = sentence.split(' ').find((word) => findByName(verbs, word)?.name === 'fix');
  return [...(verb === undefined ? [] : ['fix']), `depth=${depth ?? '10'}`, ...named].join(' ');
};

const usual = 'depth=10 act=sigmoid';

/** Keys whose values have names that people use in sentences. */
const spoken: readonly string[] = ['net', 'act', 'init', 'opt'];

/** `a tanh network with adam` → act=tanh, opt=adam: the first name of each key. */
const namesIn = (sentence: string): readonly string[] => {
  const found = new Map<string, string>();
  for (const word of sentence.split(/[\s,.;?!]+/u).filter(({ length }) => length > 2)) {
    const place = findKey(word) === null ? placeOf(word) : null;
    if (place === null || !spoken.includes(place.key.name) || found.has(place.key.name)) continue;
    found.set(place.key.name, `${place.key.name}=${place.variant.name}`);
  }
  return [...found.values()];
};

const numberBefore = (sentence: string, pattern: RegExp): string | null => pattern.exec(sentence)?.[1] ?? null;
