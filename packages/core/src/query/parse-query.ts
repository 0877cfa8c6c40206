import { complete, defaultExperiment } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { keyOf } from '../experiment/keys.ts';
import type { Question } from '../experiment/question.ts';
import { askAlong, mostApart } from './ask-along.ts';
import { expandExample } from './expand-example.ts';
import { findInapplicable } from './find-inapplicable.ts';
import { readItems } from './items.ts';
import { longestText, normalise } from './normalise.ts';
import { parseWords, splitVerb } from './parse-words.ts';
import { type Parsed, read, refused } from './parsed.ts';
import { printNetwork } from './print-query.ts';
import { readSide, type Side } from './read-side.ts';
import { type Token, tokenise } from './tokens.ts';
import type { Verb } from './verbs.ts';
import * as wording from './wording/index.ts';

/** A text, understood or not. */
export type ParsedQuery =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] };

/** Mistakes that somebody reads. */
const mostIssues = 12;

/**
 * Reads a question: `depth=10 act=sigmoid`, `act=sigmoid,tanh`, `depth=2..64`, `… vs …`, `fix …`, `help init`.
 * Never throws, takes time in proportion to the text, and reports all mistakes together. An empty text asks for help.
 */
export const parseQuery = (text: string): ParsedQuery => {
  const parsed = readText(text);
  return parsed.kind === 'read'
    ? Object.freeze({ kind: 'question', question: Object.freeze(parsed.read) })
    : Object.freeze({ kind: 'issues', issues: Object.freeze(firstFew(parsed.issues)) });
};

const readText = (text: string): Parsed<Question> => {
  const plain = normalise(text.slice(0, longestText));
  // one character may stand for many: `ﷺ` is eighteen letters
  const length = Math.max(text.length, plain.length);
  return length > longestText ? refused(wording.textTooLong(plain, length, longestText)) : parseText(plain);
};

const firstFew = (issues: readonly Issue[]): readonly Issue[] =>
  issues.length <= mostIssues
    ? issues
    : [...issues.slice(0, mostIssues - 1), wording.moreMistakes(issues.length - mostIssues + 1)];

const parseText = (text: string): Parsed<Question> => {
  const { verb, rest } = splitVerb(text);
  if (verb?.name === 'example' && rest !== '') {
    const expanded = expandExample(rest);
    return expanded.kind === 'read' ? parseText(expanded.read) : expanded;
  }
  return verb === null || verb.name === 'fix' ? parseNetworks(rest, verb) : parseWords(verb, rest);
};

const parseNetworks = (text: string, verb: Verb | null): Parsed<Question> => {
  const { tokens, isQuoteOpen } = tokenise(text);
  const sides = splitSides(tokens).map(readItems).map(readSide);
  const mistakes = sides.flatMap(({ issues }) => issues);
  if (isQuoteOpen) mistakes.unshift(wording.quoteLeftOpen(text));
  const base = complete(sides[0]?.said ?? {});
  mistakes.push(...sides.flatMap((side) => findInapplicable(side, base)));
  const asked = verb === null ? ask(sides, text) : askFix(sides, text);
  if (asked.kind === 'issues') mistakes.push(...asked.issues);
  return mistakes.length > 0 || asked.kind === 'issues' ? refused(...mistakes) : asked;
};

/** The tokens between one `vs` and the next. */
const splitSides = (tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const sides: Token[][] = [[]];
  for (const token of tokens) {
    if (/^(?:vs\.?|versus)$/i.test(token.text)) sides.push([]);
    else sides.at(-1)?.push(token);
  }
  return sides;
};

const ask = (sides: readonly Side[], text: string): Parsed<Question> => {
  const [only, ...others] = sides;
  return only === undefined || others.length > 0 ? askVersus(sides, text) : askOne(only);
};

const askOne = ({ said, axes }: Side): Parsed<Question> => {
  const experiment = complete(said, defaultExperiment, axes);
  return axes.length > 0 ? askAlong(experiment, axes) : read({ kind: experiment.train > 0 ? 'training' : 'network', experiment });
};

const askFix = (sides: readonly Side[], text: string): Parsed<Question> => {
  const [only, ...others] = sides;
  if (only === undefined || others.length > 0 || only.axes.length > 0) return refused(wording.fixOneNetwork(text));
  return read({ kind: 'fix', experiment: complete(only.said) });
};

/** Networks side by side. What a side does not name is as in the first: the first sets the scene, the others change it. */
const askVersus = (sides: readonly Side[], text: string): Parsed<Question> => {
  const issues: Issue[] = sides.flatMap(({ axes }) =>
    axes.map(({ key, values }) => wording.axisInVersus(keyOf[key], values.join(','))),
  );
  if (sides.some(isEmpty)) issues.push(wording.sideEmpty(text));
  if (sides.length > mostApart) issues.push(wording.tooManySides(sides.length, mostApart));
  if (issues.length > 0) return refused(...issues);
  const [first = complete({}), ...others] = sides.map(({ said }) => said);
  const base = complete(first);
  const experiments: readonly Experiment[] = [base, ...others.map((said) => complete(said, base))];
  if (hasTwins(experiments) && sides.every((side) => side.issues.length === 0)) return refused(wording.sidesAlike(text));
  return read({ kind: 'versus', experiments: Object.freeze(experiments) });
};

const isEmpty = ({ said, axes, issues }: Side): boolean => Object.keys(said).length + axes.length + issues.length === 0;

const hasTwins = (experiments: readonly Experiment[]): boolean =>
  new Set(experiments.map((experiment) => printNetwork(experiment))).size < experiments.length;
