import { findByName, findNearest, foldName } from '../parts/shelf.ts';
import type { Explanation, Listed } from '../parts/variant.ts';
import { choiceKeys } from './find-key.ts';
import { type SubjectGroup, subjectGroups } from './subject-groups.ts';

/** Something that can be explained. */
export interface Subject extends Listed {
  /** As one asks for it: `relu`, or `norm=batch` where `batch` alone means something else. */
  readonly topic: string;
  /** Its group, as `list` calls it: `remedies`. */
  readonly group: string;
  readonly explanation: Explanation;
}

interface Entry {
  readonly group: SubjectGroup;
  readonly told: SubjectGroup['all'][number];
}

/** A thing that stands on two shelves, such as sigmoid among activations and gates, is one thing: where it stands first. */
const groupOf = new Map<SubjectGroup['all'][number], SubjectGroup>();
for (const group of subjectGroups) for (const told of group.all) if (!groupOf.has(told)) groupOf.set(told, group);

const entries: readonly Entry[] = [...groupOf].map(([told, group]) => ({ group, told }));

/** Words of a question around what it is about: `does`, `a`, `of`. */
const leading =
  /^(?:what|which|why|how|when|is|are|was|does|do|did|can|should|the|a|an|of|me|about|to|explain|describe|define|meant|by|i|we|my|use)\s+/u;
const trailing = /\s+(?:mean|means|work|works|do|does|is|are|good|for|happen|happens|matter)$/u;

/** The longest question that is searched for a name, in words, and the longest that is read at all, in characters. */
const [longestQuestion, longestSpelling] = [12, 200];

/** Everything that goes by this name, what is meant first; empty where nothing does. `batch norm`, `what is a dead relu?`, `norm=batch`. */
export const findSubjects = (spelling: string): readonly Subject[] => {
  if (spelling.length > longestSpelling) return [];
  const plain = spelling
    .replace(/["']/gu, '')
    .replace(/[?!.]+$/u, '')
    .trim();
  const whole = lookUp(plain);
  if (whole.length > 0) return whole;
  const bare = withoutFrame(plain);
  return bare === plain ? [] : lookInside(bare.split(' '));
};

/** The subject of that name; null where there is none. */
export const findSubject = (spelling: string): Subject | null => findSubjects(spelling)[0] ?? null;

/** The topic that was probably meant; null where nothing is near. */
export const nearestSubject = (spelling: string): Subject | null => {
  const [before = '', value] = spelling.slice(0, longestSpelling).split('=');
  const among = value === undefined ? entries : entriesUnder(before);
  const near = findNearest(
    among.map(({ told }) => told),
    withoutFrame(value ?? before),
  );
  const entry = among.find(({ told }) => told === near);
  return entry === undefined ? null : subjectOf(entry);
};

/** All that can be explained, group by group. */
export const allSubjects = (): readonly Subject[] => entries.map(subjectOf);

/** The subject of a variant, and the canonical topic it is asked for by. */
const subjectOf = ({ group, told }: Entry): Subject => {
  const { name, aliases, summary, explanation } = told;
  const isMeant = ranked(name)[0]?.told === told;
  return { name, aliases, summary, explanation, group: group.name, topic: isMeant ? name : `${group.prefix}=${name}` };
};

const lookUp = (spelling: string): readonly Subject[] => {
  const [before = '', value] = spelling.split(/\s*[=:]\s*/u);
  const name = (value ?? before).replace(/\(.*$/su, '');
  const found = value === undefined ? ranked(name) : entriesUnder(before).filter(({ told }) => findByName([told], name) !== null);
  return found.map(subjectOf);
};

/** The longest part of a question that is a name. */
const lookInside = (words: readonly string[]): readonly Subject[] => {
  for (let length = Math.min(words.length, longestQuestion); length > 0; length -= 1) {
    for (let start = 0; start + length <= Math.min(words.length, longestQuestion); start += 1) {
      const found = lookUp(words.slice(start, start + length).join(' '));
      if (found.length > 0) return found;
    }
  }
  return [];
};

const withoutFrame = (text: string): string => {
  const shorter = text.replace(leading, '').replace(trailing, '');
  return shorter === text ? text : withoutFrame(shorter);
};

/** Those of that name: its own before other names of something else, and remedies and presets behind all that are not. */
const ranked = (name: string): readonly Entry[] => {
  const rank = ({ group, told }: Entry): number =>
    (group.standsBehind ? 2 : 0) + (foldName(told.name) === foldName(name) ? 0 : 1);
  return entries.filter(({ told }) => findByName([told], name) !== null).sort((one, other) => rank(one) - rank(other));
};

const entriesUnder = (spelling: string): readonly Entry[] => {
  const key = findByName(choiceKeys, spelling);
  const wanted = foldName(spelling);
  const isNamed = ({ name, prefix }: SubjectGroup): boolean =>
    prefix === key?.name || [name, prefix].map(foldName).includes(wanted);
  // a shelf holds what stands on another one, too
  return subjectGroups.filter(isNamed).flatMap((group) => group.all.map((told) => ({ group, told })));
};
