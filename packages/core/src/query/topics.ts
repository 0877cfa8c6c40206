import { type ChoiceKey, type Key, keys } from '../experiment/keys.ts';
import { findByName, findNearest, foldName, type Named, type Shelved, variantsOf } from '../parts/shelf.ts';
import { choiceKeys, findKey, type Placed, placeOf } from './find-key.ts';
import { type Verb, verbs } from './verbs.ts';

/** What help can be about. */
export type Topic =
  | { readonly kind: 'key'; readonly name: string; readonly key: Key }
  | { readonly kind: 'verb'; readonly name: string; readonly verb: Verb }
  | { readonly kind: 'variant'; readonly name: string; readonly variant: Shelved; readonly key: ChoiceKey };

/** The topic of that name: a key before a verb before a variant. Where names clash, `norm=batch` is the variant and `batch` the key. */
export const findTopic = (spelling: string): Topic | null => {
  const [before = '', value] = spelling.split('=');
  if (value !== undefined) return topicOf(placeUnder(before, value));
  return findByBareName(spelling) ?? topicOf(placeOf(spelling));
};

const findByBareName = (spelling: string): Topic | null => {
  const key = findListTopic(spelling) ?? findKey(spelling);
  if (key !== null) return { kind: 'key', name: key.name, key };
  const verb = findByName(verbs, spelling);
  return verb === null ? null : { kind: 'verb', name: verb.name, verb };
};

const placeUnder = (spelling: string, value: string): Placed | null => {
  const key = findByName(choiceKeys, spelling);
  const variant = key === null ? null : findByName(variantsOf(key.shelf), value);
  return key === null || variant === null ? null : { key, variant };
};

/** A variant under its own name where that means nothing else, or with its key. */
const topicOf = (place: Placed | null): Topic | null => {
  if (place === null) return null;
  const { key, variant } = place;
  const isAlone = findByBareName(variant.name) === null && placeOf(variant.name)?.variant === variant;
  return { kind: 'variant', name: isAlone ? variant.name : `${key.name}=${variant.name}`, key, variant };
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
