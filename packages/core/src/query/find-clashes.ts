import { complete } from '../experiment/complete.ts';
import { architectureOf } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import type { Question } from '../experiment/question.ts';
import { mistake } from './mistake.ts';
import { networksOf } from './networks-of.ts';
import { printQuery } from './print-query.ts';

/** Settings of one network that do not go together, such as heads that do not divide its width; each said once. */
export const findClashes = (question: Question): readonly Issue[] => {
  const issues = networksOf(question).flatMap(clashOf);
  return issues.filter(({ message }, position) => issues.findIndex((other) => other.message === message) === position);
};

const clashOf = (experiment: Experiment): readonly Issue[] => {
  const clash = architectureOf(experiment)?.clash?.(experiment) ?? null;
  if (clash === null) return [];
  const { field, problem, nearest } = clash;
  const mended = complete({ [field]: nearest }, experiment);
  const query = printQuery({ kind: 'network', experiment: mended });
  return [mistake({ field, given: String(experiment[field as keyof Experiment]), problem, nearest: query })];
};
