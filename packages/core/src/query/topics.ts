import { type ChoiceKey, type Key, keys } from '../experiment/keys.ts';
import { findByName, findNearest, foldName, type Named, type Shelved, variantsOf } from '../parts/shelf.ts';
import { choiceKeys, findKey, placeOf } from './find-key.ts';
import { type Verb, verbs } from './verbs.ts';

/** What help can be about. */
export type Topic =
  | { readonly kind: 'key'; readonly name: string; readonly key: Key }
  | { readonly kind: 'verb'; readonly name: string; readonly verb: Verb }
  | { readonly kind: 'variant'; readonly name: string; readonly variant: Shelved; readonly key: ChoiceKey };

/** The topic of that name: a key before a verb before a variant, because `batch` is a key and a normalisation. */
export const findTopic = (spelling: string): Topic | null => {
  const key = findListTopic(spelling) ?? findKey(spelling);
  if (key !== null) return { kind: 'key', name: key.name, key };
  const verb = findByName(verbs, spelling);
  if (verb !== null) return { kind: 'verb', name: verb.name, verb };
  const place = placeOf(spelling);
  return place === null ? null : { kind: 'variant', name: place.variant.name, ...place };
};

/** The name of the topic that the spelling was probably meant for. */
export const nearestTopic = (spelling: string): string | null => {
  const all: readonly Named[] = [...keys, ...verbs, ...choiceKeys.flatMap(({ shelf }) => variantsOf(shelf))];
  return findNearest(all, spelling)?.name ?? null;
};

/** The key whose choices are listed under that name: `act`, `activations`. */
export const findListTopic = (spelling: string): ChoiceKey | null => {
  const wanted = foldName(spelling);
  return choiceKeys.find(({ plural }) => foldName(plural) === wanted) ?? findByName(choiceKeys, spelling);
};

/** Names of the keys whose choices can be listed. */
export const listTopics: readonly string[] = choiceKeys.map(({ name }) => name);
