import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { type Key, keys, type Value } from '../experiment/keys.ts';
import type { Axis } from '../experiment/question.ts';
import { findByName } from '../parts/shelf.ts';
import { findKey, nearestKey, nearestPlace, type Placed, placeOf } from './find-key.ts';
import type { Item } from './items.ts';
import { runnable } from './mistake.ts';
import { isRange, parseList, parseRange } from './parse-axis.ts';
import { parseNumber } from './parse-number.ts';
import { parseValue } from './parse-value.ts';
import { guessQuestion, sentenceOf } from './plain-language.ts';
import { printValue } from './print-value.ts';
import { verbs } from './verbs.ts';
import * as wording from './wording/index.ts';

/** What one side of a question says: values, axes in the order of the keys, and mistakes. */
export interface Side {
  readonly said: Partial<Experiment>;
  readonly axes: readonly Axis[];
  readonly issues: readonly Issue[];
  /** How the keys were spelled, by their field. */
  readonly spelled: Readonly<Partial<Record<keyof Experiment, string>>>;
}

type Reading =
  | { readonly kind: 'value'; readonly key: Key; readonly value: Value }
  | { readonly kind: 'axis'; readonly key: Key; readonly axis: Axis }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] };

/** Asks of every item what it means, and collects all that is wrong. */
export const readSide = (items: readonly Item[]): Side => {
  const seen = new Set<string>();
  const readings = together(items.map((item) => ({ item, reading: readItem(item, seen) })));
  const axisOf = (key: Key): readonly Axis[] =>
    readings.flatMap((reading) => (reading.kind === 'axis' && reading.key === key ? [reading.axis] : []));
  return {
    said: Object.fromEntries(
      readings.flatMap((reading) => (reading.kind === 'value' ? [[reading.key.field, reading.value]] : [])),
    ),
    axes: keys.flatMap(axisOf),
    issues: readings.flatMap((reading) => (reading.kind === 'issues' ? reading.issues : [])),
    spelled: Object.fromEntries(
      items.flatMap((item) => {
        const key = item.kind === 'pair' ? findKey(item.key) : null;
        return key === null || item.kind !== 'pair' ? [] : [[key.field, item.key]];
      }),
    ),
  };
};

const readItem = (item: Item, seen: Set<string>): Reading => {
  switch (item.kind) {
    case 'pair':
      return readPair(item.key, item.values, seen);
    case 'unjoined':
      return issues(wording.standsAlone(item.key, canonicalPair(findKey(item.key), item.value), []));
    case 'alone':
      return issues(standsAlone(item.text));
    case 'keyless':
      return issues(wording.keyMissing(item.text));
    default:
      return item satisfies never;
  }
};

/** All readings; of the words that are near nothing one for all of them, and of a sentence in plain language one for the whole. */
const together = (all: readonly { readonly item: Item; readonly reading: Reading }[]): readonly Reading[] => {
  const lost = all.flatMap(({ item, reading }) =>
    item.kind === 'alone' && isHopeless(reading) ? [{ text: item.text, reading }] : [],
  );
  const sentence = lost.length > 0 ? sentenceOf(all.map(({ item }) => item)) : null;
  if (sentence !== null) return [issues(wording.plainLanguage(sentence, guessQuestion(sentence)))];
  const [first, second, ...more] = lost.map(({ text }) => text);
  if (first === undefined || second === undefined) return all.map(({ reading }) => reading);
  const names = keys.map(({ name }) => name);
  const one = issues(wording.standAlone([first, second, ...more], names));
  return all.flatMap(({ reading }) => {
    if (!lost.some((each) => each.reading === reading)) return [reading];
    return reading === lost[0]?.reading ? [one] : [];
  });
};

const isHopeless = (reading: Reading): boolean =>
  reading.kind === 'issues' && reading.issues.every(({ nearest }) => nearest === null);

const readPair = (spelling: string, values: readonly string[], seen: Set<string>): Reading => {
  const key = findKey(spelling);
  if (key === null) return issues(unknownKey(spelling, values));
  const isRepeated = seen.has(key.name);
  seen.add(key.name);
  if (isRepeated) return issues(wording.keyTwice(key, values.join(',')));
  const [first = ''] = values;
  if (values.length > 1) return axisReading(key, parseList(key, values));
  if (isRange(first)) return axisReading(key, parseRange(key, first));
  const parsed = parseValue(key, first);
  return parsed.kind === 'read' ? { kind: 'value', key, value: parsed.read } : parsed;
};

const axisReading = (key: Key, parsed: ReturnType<typeof parseList>): Reading =>
  parsed.kind === 'read' ? { kind: 'axis', key, axis: parsed.read } : parsed;

const issues = (...all: readonly Issue[]): Reading => ({ kind: 'issues', issues: all });

/** A pair in canonical spelling, where the value is one of that key. */
const canonicalPair = (key: Key | null, value: string): string | null => {
  const parsed = key === null ? null : parseValue(key, value);
  return key === null || parsed?.kind !== 'read' ? null : runnable(key.field, `${key.name}=${printValue(key, parsed.read)}`);
};

const unknownKey = (spelling: string, values: readonly string[]): Issue => {
  const place = placeOf(spelling);
  if (place !== null) return wording.valueInsteadOfKey(spelling, pairOf(place));
  const nearest = nearestKey(spelling);
  const pair = nearest === null ? null : (canonicalPair(nearest, values.join(',')) ?? nearest.example);
  return wording.unknownKey(
    spelling,
    pair,
    keys.map(({ name }) => name),
  );
};

/** A word without a key: a value whose key is known, a number, a verb out of place, or a typing error of one of them. */
const standsAlone = (text: string): Issue => {
  const verb = findByName(verbs, text);
  const place = placeOf(text);
  if (verb !== null && place === null) return wording.verbNotFirst(text, verb.example);
  const nearest = place ?? nearestPlace(text);
  const names = keys.map(({ name }) => name);
  if (nearest !== null) return wording.standsAlone(text, canonicalPair(nearest.key, text) ?? pairOf(nearest), names);
  const depth = findKey('depth');
  const pair = parseNumber(text).kind === 'number' ? canonicalPair(depth, text) : nearestKey(text)?.example;
  return wording.standsAlone(text, pair ?? null, names);
};

const pairOf = ({ key, variant }: Placed): string => runnable(key.field, `${key.name}=${variant.name}`);
