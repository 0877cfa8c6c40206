import { applies } from '../experiment/applicable.ts';
import { defaultExperiment } from '../experiment/complete.ts';
import type { ChoiceKey } from '../experiment/keys.ts';
import { findByName } from '../parts/shelf.ts';
import { findKey, placeOf } from './find-key.ts';
import type { Item } from './items.ts';
import { parseValue } from './parse-value.ts';
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
  const depth = depthIn(sentence);
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

/** `a tanh network with adam` → act=tanh, opt=adam: the first name of each key that means something to the network. */
const namesIn = (sentence: string): readonly string[] => {
  const found = new Map<ChoiceKey, string>();
  for (const word of sentence.split(/[\s,.;?!]+/u).filter(({ length }) => length > 2)) {
    const place = findKey(word) === null ? placeOf(word) : null;
    if (place !== null && spoken.includes(place.key.name) && !found.has(place.key)) found.set(place.key, place.variant.name);
  }
  const { net, task } = defaultExperiment;
  const named = [...found].find(([{ name }]) => name === 'net')?.[1] ?? net.name;
  const scope = { nets: [named], tasks: [task.name] };
  return [...found].flatMap(([{ name, field }, value]) => (applies(field, scope) ? [`${name}=${value}`] : []));
};

/** `30 layers`, `a 30-layer network`, `30 deep`; null where there is none, or none that a network can have. */
const depthIn = (sentence: string): string | null => {
  const [, digits] = /(\d+)[\s-]*(?:hidden\s+)?(?:layers?|deep)\b/iu.exec(sentence) ?? [];
  const key = findKey('depth');
  return digits !== undefined && key !== null && parseValue(key, digits).kind === 'read' ? digits : null;
};
