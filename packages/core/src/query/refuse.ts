import { complete } from '../experiment/complete.ts';
import { type Alike, type Cost, costLimits, costOfGroups, estimateCost, groupAlike, isAffordable } from '../experiment/cost.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Issue } from '../experiment/issue.ts';
import { keyOf } from '../experiment/keys.ts';
import { isRange, type Question } from '../experiment/question.ts';
import { findClashes } from './find-clashes.ts';
import { networksOf } from './networks-of.ts';
import { spacedAxis, usualAxis, usualMapPoints } from './parse-axis.ts';
import { printNumber } from './parse-number.ts';
import { parseQuery } from './parse-query.ts';
import { printNetwork, printQuery } from './print-query.ts';
import * as wording from './wording/index.ts';

/** Keys that make a question cheaper: first those that change the networks least. */
const shrinkable = ['seeds', 'batch', 'size', 'train', 'depth', 'width'] as const;

type Shrinkable = (typeof shrinkable)[number];

/** What a question would cost. */
export const costOf = (question: Question): Cost => costOfGroups(groupsOf(question));

/** Networks that a cure measures: every remedy that fits, and pairs of the best. */
const mostTreatments = 24;

/** The networks that a question measures, and how many of each. */
const groupsOf = (question: Question): readonly Alike[] => {
  const groups = groupAlike(networksOf(question));
  if (question.kind !== 'fix') return groups;
  return groups.map(({ experiment }) => ({ experiment: complete({ train: 0 }, experiment), count: mostTreatments }));
};

/** Refuses a question that costs more than one reply may, with the nearest one that fits; empty when it may run. */
export const refuse = (question: Question): readonly Issue[] => {
  const cost = costOf(question);
  if (isAffordable(cost)) return [];
  const few = withFewerPoints(question);
  const { asks, limit } = inWords(cost);
  if (few !== question && isAffordable(costOf(few)))
    return [wording.tooExpensive(printQuery(question), asks, limit, { nearest: printQuery(few), changes: [] })];
  const changes = shrinkable.flatMap((key) => {
    const value = largestThatFits(few, key);
    return value === null ? [] : [`${keyOf[key].name}=${printNumber(value)}`];
  });
  return [wording.tooExpensive(printQuery(question), asks, limit, { nearest: nearestThatFits(few), changes })];
};

/** Networks among which what fits is looked for; beyond that, that alone would take seconds. */
const mostLookedAt = 256;

/** Of too many networks the same question with as many points along its ranges as are usual. */
const withFewerPoints = (question: Question): Question => {
  if (!('axes' in question) || networksOf(question).length <= mostLookedAt) return question;
  return {
    ...question,
    axes: question.axes.map((axis) => (question.kind === 'map' ? usualAxis(axis, usualMapPoints) : usualAxis(axis))),
  };
};

const inWords = ({ seconds, bytes }: Cost): { readonly asks: string; readonly limit: string } =>
  bytes > costLimits.bytes
    ? {
        asks: `about ${roughly(bytes / 2 ** 30)} GiB of tensors at once`,
        limit: `${costLimits.bytes / 2 ** 30} GiB, the most that one network may hold`,
      }
    : { asks: `about ${roughly(seconds)} s of computing`, limit: `${costLimits.seconds} s, the most that one reply may take` };

const roughly = (amount: number): string => printNumber(Number(amount.toPrecision(2)));

/** Points along a range that still tell something, the most first. */
const pointsTried = [32, 24, 16, 12, 8, 6] as const;

/** The same question with as many points along its ranges as time suffices for; null where it has no ranges, or even few are too many. */
const withAffordablePoints = (question: Question): string | null => {
  if (!('axes' in question)) return null;
  const most = Math.max(0, ...question.axes.filter(isRange).map(({ values }) => values.length));
  for (const points of pointsTried.filter((count) => count < most)) {
    const fewer = { ...question, axes: question.axes.map((axis) => spacedAxis(axis, points)) };
    if (isAffordable(costOf(fewer))) return printQuery(fewer);
  }
  return null;
};

/** Fewer points where there are ranges; else the first key that suffices alone; else as many as it takes; else the dearest of its networks that fits. */
const nearestThatFits = (question: Question): string | null =>
  withAffordablePoints(question) ?? shrunkAlone(question) ?? shrunkTogether(question) ?? dearestNetworkThatFits(question);

const shrunkAlone = (question: Question): string | null => {
  for (const key of shrinkable) {
    const value = largestThatFits(question, key);
    if (value !== null) return printQuery(withAtMost(question, key, value));
  }
  return null;
};

const shrunkTogether = (question: Question): string | null => {
  let smaller = question;
  for (const key of shrinkable) {
    const floor = withAtMost(smaller, key, floorOf(key));
    smaller = isAskable(floor) ? floor : smaller;
    const found = shrunkAlone(smaller);
    if (found !== null) return found;
  }
  return null;
};

const dearestNetworkThatFits = (question: Question): string | null => {
  const costs = networksOf(question).map((experiment) => ({ experiment, cost: estimateCost([experiment]) }));
  const [dearest] = costs.filter(({ cost }) => isAffordable(cost)).sort((one, other) => other.cost.seconds - one.cost.seconds);
  return dearest === undefined ? null : printNetwork(dearest.experiment);
};

/** The largest value of a key that makes the question affordable, by halving: cost grows with every one of them. */
const largestThatFits = (question: Question, key: Shrinkable): number | null => {
  const groups = groupsOf(question);
  const fits = (value: number): boolean =>
    isAffordable(costOfGroups(groups.map(({ experiment, count }) => ({ experiment: atMost(experiment, key, value), count }))));
  let [low, high] = [floorOf(key), groups.reduce((most, { experiment }) => Math.max(most, experiment[key]), 0)];
  if (high <= low || isVaried(question, key) || !fits(low)) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return isAskable(withAtMost(question, key, low)) ? low : null;
};

/** Training less is training still, so it never shrinks to none. */
const floorOf = (key: Shrinkable): number => Math.max(1, keyOf[key].minimum);

const isVaried = (question: Question, key: Shrinkable): boolean =>
  'axes' in question && question.axes.some((axis) => axis.key === key);

/**
 * Networks that differ in nothing but what was shrunk are one network, which nobody compares with itself; and a task may want more
 * steps, or examples, than are left.
 */
const isAskable = (question: Question): boolean =>
  parseQuery(printQuery(question)).kind === 'question' && findClashes(question).length === 0;

const withAtMost = (question: Question, key: Shrinkable, most: number): Question => {
  const shrink = (experiment: Experiment): Experiment => atMost(experiment, key, most);
  if (question.kind === 'versus') return { ...question, experiments: question.experiments.map(shrink) };
  return 'experiment' in question ? { ...question, experiment: shrink(question.experiment) } : question;
};

const atMost = (experiment: Experiment, key: Shrinkable, most: number): Experiment =>
  experiment[key] <= most ? experiment : complete({ [key]: most }, experiment);
