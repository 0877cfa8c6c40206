import { distance } from 'fastest-levenshtein';
import type { Variant, VariantParameter } from './variant.ts';

/** Anything that is found by a name or one of its aliases. */
export type Named = Pick<Variant, 'name' | 'aliases'>;

/** A variant as a shelf holds it: with the number it takes in parentheses, where it takes one. */
export type Shelved = Variant & { readonly parameter?: VariantParameter<unknown> };

/** A folder of variants as its index exports it: `import * as activations from './activations/index.ts'`. */
export type Shelf<Made extends Shelved = Shelved> = Readonly<Record<string, Made>>;

/** The variants of a shelf, by name. */
export const variantsOf = <Made extends Shelved>(shelf: Shelf<Made>): readonly Made[] =>
  Object.values(shelf).sort((one, other) => (one.name < other.name ? -1 : 1));

/** A spelling without what users vary: case, `-`, `_` and spaces. */
export const foldName = (spelling: string): string => spelling.toLowerCase().replace(/[-_\s]/g, '');

/** The one of `all` that has this name or alias, in any spelling; null when there is none. */
export const findByName = <Found extends Named>(all: readonly Found[], spelling: string): Found | null => {
  const wanted = foldName(spelling);
  if (wanted === '') return null;
  return all.find((named) => spellingsOf(named).includes(wanted)) ?? null;
};

/** The one of `all` that the spelling was probably meant for: unfinished (`sig`) or mistyped (`sigmod`); null when nothing is near. */
export const findNearest = <Found extends Named>(all: readonly Found[], spelling: string): Found | null => {
  const wanted = foldName(spelling).slice(0, longestSpelling);
  if (wanted.length < 3) return null;
  const byDistance = all.map((named) => ({ named, ...nearness(named, wanted) })).filter(({ edits, allowed }) => edits <= allowed);
  byDistance.sort((one, other) => one.edits - other.edits);
  return byDistance[0]?.named ?? null;
};

/** No name is longer; what is, cannot be near one, and comparing costs length × length. */
const longestSpelling = 40;

const spellingsOf = ({ name, aliases }: Named): readonly string[] => [name, ...aliases].map(foldName);

/** Edits to the nearest spelling, and how many a slip of the fingers explains: a third of the letters, one at least. */
const nearness = (named: Named, wanted: string): { readonly edits: number; readonly allowed: number } => {
  const edits = spellingsOf(named).map((spelling) => (isOneSlip(wanted, spelling) ? 1 : distance(wanted, spelling)));
  return { edits: Math.min(...edits), allowed: Math.max(1, Math.floor(wanted.length / 3)) };
};

/** Unfinished (`sig`), or with two neighbours swapped (`dpeth`), which plain edit distance counts twice. */
const isOneSlip = (wanted: string, spelling: string): boolean =>
  (wanted.length >= 3 && spelling.startsWith(wanted)) ||
  (sortLetters(wanted) === sortLetters(spelling) && distance(wanted, spelling) === 2);

const sortLetters = (word: string): string => [...word].sort().join('');
