import { closest, distance } from 'fastest-levenshtein';

/** More slips of the finger than this make another word. */
const mostSlips = 2;

/** The name that a word was probably meant for, or null. */
export const nearestOf = (names: readonly string[], word: string): string | null => {
  const folded = word.toLowerCase();
  if (names.length === 0) return null;
  const name = closest(folded, [...names]);
  // of a short word nothing is left after two slips
  return distance(folded, name) <= Math.min(mostSlips, Math.floor(name.length / 2)) ? name : null;
};
