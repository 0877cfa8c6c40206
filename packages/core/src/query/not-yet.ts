import { announced } from '../experiment/announced.ts';
import { complete, defaultExperiment } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { type ChoiceKey, keyOf } from '../experiment/keys.ts';
import type { Question } from '../experiment/question.ts';
import { choiceKeys } from './find-key.ts';
import { networksOf } from './networks-of.ts';
import { printQuery } from './print-query.ts';
import { findTopic } from './topics.ts';
import * as wording from './wording/index.ts';

/** Kinds of question that are understood but not answered yet. Whoever answers one deletes its line. */
const kindsNotYet: Readonly<Partial<Record<Question['kind'], string>>> = {
  comparison: 'comparing a list of networks',
  sweep: 'sweeping a range',
  map: 'a map over two axes',
  versus: 'putting networks side by side',
  fix: 'fixing a network',
  explain: 'explaining a notion',
};

/** Whether questions of this kind are only understood so far. */
export const isKindNotYet = (kind: Question['kind']): boolean => kindsNotYet[kind] !== undefined;

/** Whether a value of this key is only understood so far. */
export const isAnnounced = (field: keyof Experiment, name: string): boolean =>
  (announced[field] ?? []).some((variant) => variant.name === name);

/** What of a question is understood but not built yet, with the nearest question that is answered; empty when nothing is. */
export const notYet = (question: Question): readonly Issue[] => {
  const networks = networksOf(question);
  const nearest = nearestAnswered(question, networks);
  const part = kindsNotYet[question.kind];
  const ofKind = part === undefined ? [] : [wording.notYetBuilt(null, printQuery(question), part, nearest)];
  return [
    ...ofKind,
    ...choiceKeys.flatMap((key) => missingChoices(key, networks).map((name) => missingPart(key, name, nearest))),
  ];
};

const missingPart = (key: ChoiceKey, name: string, nearest: string | null): Issue =>
  wording.notYetBuilt(key.field, name, `${key.name}=${name}`, nearest);

const missingChoices = ({ field }: ChoiceKey, networks: readonly Experiment[]): readonly string[] => {
  const names = networks.map((experiment) => nameOf(experiment, field));
  return [...new Set(names)].filter((name) => isAnnounced(field, name));
};

const nameOf = (experiment: Experiment, field: keyof Experiment): string => {
  const value = experiment[field];
  return typeof value === 'object' && value !== null ? value.name : '';
};

const nearestAnswered = (question: Question, [first]: readonly Experiment[]): string | null => {
  if (first !== undefined) return printQuery({ kind: 'network', experiment: builtOnly(first) });
  const topic = question.kind === 'explain' ? findTopic(question.topic) : null;
  return topic === null ? null : `help ${topic.name}`;
};

/** The same network at initialisation, with everything that is not built yet as it is by default. */
const builtOnly = (experiment: Experiment): Experiment => {
  const missing = choiceKeys.filter(({ field }) => isAnnounced(field, nameOf(experiment, field)));
  const defaults = Object.fromEntries(missing.map(({ field }) => [field, defaultExperiment[field]]));
  return complete({ ...defaults, train: keyOf.train.default }, experiment);
};
