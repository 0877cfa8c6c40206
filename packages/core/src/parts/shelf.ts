import { distance } from 'fastest-levenshtein';
import type { Choice, Listed, Variant, VariantParameter } from './variant.ts';

/** Anything that is found by a name or one of its aliases. */
export type Named = Pick<Listed, 'name' | 'aliases'>;

/** A variant as a shelf holds it: with the number it takes in parentheses, where it takes one, and settings that are usual with it, by field. */
export type Shelved = Variant & {
  readonly parameter?: VariantParameter<unknown>;
  readonly usual?: Readonly<Partial<Record<string, Choice | number>>>;
};

/** A folder of variants as its index exports it: `import * as activations from './activations/index.ts'`. */
export type Shelf<Made extends Shelved = Shelved> = Readonly<Record<string, Made>>;

/** The variants of a shelf, by name. */
export const variantsOf = <Made extends Shelved>(shelf: Shelf<Made>): readonly Made[] =>
  Object.values(shelf).sort((one, other) => (one.name < other.name ? -1 : 1));

/** The variant of exactly this name; null where there is none. */
export const onShelf = <Made extends Shelved>(shelf: Shelf<Made>, name: string): Made | null =>
  // what a shelf's own map gives was on that shelf
  (byNameOf(shelf).get(name) as Made | undefined) ?? null;

/** Reading a module's exports one by one is slow, and a question looks things up hundreds of times. */
const byName = new WeakMap<Shelf, ReadonlyMap<string, Shelved>>();

const byNameOf = (shelf: Shelf): ReadonlyMap<string, Shelved> => {
  const known = byName.get(shelf);
  if (known !== undefined) return known;
  const made = new Map(Object.values(shelf).map((variant) => [variant.name, variant]));
  byName.set(shelf, made);
  return made;
};

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

const spellings = new WeakMap<Named, readonly string[]>();

const spellingsOf = (named: Named): readonly string[] => {
  const known = spellings.get(named);
  if (known !== undefined) return known;
  const folded = [named.name, ...named.aliases].map(foldName);
  spellings.set(named, folded);
  return folded;
};

/** Edits to the nearest spelling, and how many a slip of the fingers explains: a third of the letters, one at least. */
const nearness = (named: Named, wanted: string): { readonly edits: number; readonly allowed: number } => {
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  const edits = spellingsOf(named).map((spelling) => editsBetween(wanted, spelling, allowed));
  return { edits: Math.min(...edits), allowed };
};

/** One for a word that is unfinished (`sig`) or has two letters swapped (`dpeth`), which plain edit distance counts twice. */
const editsBetween = (wanted: string, spelling: string, allowed: number): number => {
  if (spelling.startsWith(wanted)) return spelling === wanted ? 0 : 1;
  // lengths differ by at most the distance, and comparing them is free
  if (Math.abs(spelling.length - wanted.length) > allowed) return Number.POSITIVE_INFINITY;
  const edits = distance(wanted, spelling);
  return edits === 2 && sortLetters(wanted) === sortLetters(spelling) ? 1 : edits;
};

const sortLetters = (word: string): string => [...word].sort().join('');
