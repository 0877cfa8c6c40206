import { findByName, findNearest } from '../parts/shelf.ts';
import { findKey } from './find-key.ts';
import { readItems } from './items.ts';
import { type Parsed, read, refused } from './parsed.ts';
import { allPresets } from './subject-groups.ts';
import { tokenise } from './tokens.ts';
import * as wording from './wording/index.ts';

/** `glorot-2010 depth=50`: the query of that preset, in which what is said behind its name takes the place of what it says itself. */
export const expandExample = (text: string): Parsed<string> => {
  const words = text.split(' ');
  const end = words.findIndex((word) => /^--?\p{L}|[=:]/u.test(word));
  const spelled = words.slice(0, end < 0 ? words.length : end);
  for (let length = spelled.length; length > 0; length -= 1) {
    const preset = findByName(allPresets, nameOf(spelled.slice(0, length)));
    if (preset !== null) return read(override(preset.query, words.slice(length).join(' ')));
  }
  const nearest = findNearest(allPresets, nameOf(spelled)) ?? findNearest(allPresets, nameOf(spelled.slice(0, 1)));
  return refused(
    wording.unknownExample(
      text,
      nearest?.name ?? null,
      allPresets.map(({ name }) => name),
    ),
  );
};

const nameOf = (words: readonly string[]): string => words.join(' ').replace(/["']/gu, '');

/** Said of the first network, as a question with "vs" has it: the others keep what they change. */
const override = (query: string, said: string): string => {
  if (said === '') return query;
  const [own = '', ...more] = said.split(/(?=\bvs\b)/iu);
  const given = new Set(readItems(tokenise(own).tokens).map((item) => ('key' in item ? findKey(item.key) : null)));
  const isKept = (pair: string): boolean => {
    const key = findKey(pair.split('=')[0] ?? '');
    return key === null || !given.has(key);
  };
  const [first = '', ...others] = query.split(' vs ').map((side) => side.split(' ').filter(isKept).join(' '));
  return [`${first} ${own}`.trim(), ...others].join(' vs ') + (more.length === 0 ? '' : ` ${more.join('')}`);
};
