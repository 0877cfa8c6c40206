import { complete } from '../experiment/complete.ts';
import type { Issue } from '../experiment/issue.ts';
import { keyOf } from '../experiment/keys.ts';
import type { Question } from '../experiment/question.ts';
import { networksOf } from './networks-of.ts';
import { printQuery } from './print-query.ts';
import * as wording from './wording/index.ts';

/** Kinds of question that are understood but not answered yet. Whoever answers one deletes its line. */
const kindsNotYet: Readonly<Partial<Record<Question['kind'], string>>> = {
  comparison: 'comparing a list of networks',
  sweep: 'sweeping a range',
  map: 'a map over two axes',
  versus: 'putting networks side by side',
  fix: 'fixing a network',
};

/** Whether questions of this kind are only understood so far. */
export const isKindNotYet = (kind: string): boolean => Object.keys(kindsNotYet).includes(kind);

/** What of a question is understood but not built yet, with the nearest question that is answered; empty when nothing is. */
export const notYet = (question: Question): readonly Issue[] => {
  const part = kindsNotYet[question.kind];
  return part === undefined ? [] : [wording.notYetBuilt(null, printQuery(question), part, nearestAnswered(question))];
};

const nearestAnswered = (question: Question): string | null => {
  const [first] = networksOf(question);
  // the same network at initialisation
  if (first === undefined) return null;
  return printQuery({ kind: 'network', experiment: complete({ train: keyOf.train.default }, first) });
};
