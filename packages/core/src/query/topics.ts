import { type ChoiceKey, type Key, keys } from '../experiment/keys.ts';
import { findByName, findNearest, foldName, type Named, type Shelved, variantsOf } from '../parts/shelf.ts';
import { choiceKeys, findKey, type Placed, placeOf } from './find-key.ts';
import { type SubjectGroup, subjectGroups } from './subject-groups.ts';
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

/** What is listed and not chosen by a key: remedies, verdicts, what reports hold, ideas, examples. */
export const listGroups: readonly SubjectGroup[] = ['remedies', 'verdicts', 'quantities', 'ideas', 'examples'].flatMap(
  (wanted) => subjectGroups.find(({ name }) => name === wanted) ?? [],
);

/** Other names of what can be listed. */
const listAliases: readonly Named[] = [
  { name: 'topics', aliases: ['topic', 'explain', 'explanations', 'everything'] },
  { name: 'verdicts', aliases: ['verdict', 'verdict-kinds', 'diagnoses'] },
  { name: 'quantities', aliases: ['quantity', 'measurements', 'numbers'] },
  { name: 'ideas', aliases: ['idea', 'notions', 'concepts'] },
  { name: 'remedies', aliases: ['remedy', 'cures', 'fixes'] },
  { name: 'examples', aliases: ['example', 'presets', 'preset', 'demos'] },
  { name: 'keys', aliases: ['key', 'settings'] },
];

/** The canonical name of what is listed under that name: a key, a group, or all topics; null where nothing is. */
export const findListed = (spelling: string): string | null =>
  (findListTopic(spelling) ?? findByName(listAliases, spelling))?.name ?? null;

/** Names under which something can be listed: of keys first. */
export const listTopics: readonly string[] = choiceKeys.map(({ name }) => name);

/** The others: groups, and all topics. */
export const otherListTopics: readonly string[] = listAliases.map(({ name }) => name);

/** Everything that may follow `list`. */
export const listNames: readonly string[] = [...listTopics, ...otherListTopics];
