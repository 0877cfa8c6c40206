import { type ChoiceKey, type Key, keys } from '../experiment/keys.ts';
import { findByName, findNearest, type Shelved, variantsOf } from '../parts/shelf.ts';

/** The key of that name or alias, in any spelling. */
export const findKey = (spelling: string): Key | null => findByName(keys, spelling);

/** The key that the spelling was probably meant for. */
export const nearestKey = (spelling: string): Key | null => findNearest(keys, spelling);

/** Keys whose values are variants of a shelf. */
export const choiceKeys: readonly ChoiceKey[] = keys.filter((key) => key.kind === 'choice');

/** A variant and the key it is a value of. */
export interface Placed {
  readonly key: ChoiceKey;
  readonly variant: Shelved;
}

/** The first shelf that holds this very name, in the order of the keys: `adam` → opt. A number in parentheses is ignored. */
export const placeOf = (spelling: string): Placed | null => firstPlace(spelling, findByName);

/** The first shelf that holds something near. */
export const nearestPlace = (spelling: string): Placed | null => firstPlace(spelling, findNearest);

const shelves = choiceKeys.map((key) => ({ key, variants: variantsOf(key.shelf) }));

const firstPlace = (spelling: string, find: typeof findByName): Placed | null => {
  const name = spelling.replace(/[(:].*$/s, '');
  for (const { key, variants } of shelves) {
    const variant = find(variants, name);
    if (variant !== null) return { key, variant };
  }
  return null;
};
