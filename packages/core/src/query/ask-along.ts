import { complete } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { keyOf } from '../experiment/keys.ts';
import { type Axis, isRange, type Question, type Study } from '../experiment/question.ts';
import { rangeAxis, usualAxis, usualMapPoints } from './parse-axis.ts';
import { parseValue } from './parse-value.ts';
import { type Parsed, read, refused } from './parsed.ts';
import { printQuery } from './print-query.ts';
import * as wording from './wording/index.ts';

/** Networks, or curves, that one picture tells apart. */
export const mostApart = 8;

/** The question that lists and ranges ask together: by their number a comparison, a sweep or a map. */
export const askAlong = (experiment: Experiment, axes: readonly Axis[]): Parsed<Question> => {
  const ranges = axes.filter(isRange);
  const lists = axes.filter((axis) => !isRange(axis));
  const isTooMuch = ranges.length > 2 || (ranges.length === 2 && lists.length > 0);
  if (isTooMuch) return refused(wording.tooManyAxes(namesOf(axes), print(withFewer(experiment, axes))));
  const count = lists.reduce((product, { values }) => product * values.length, 1);
  const kind = (['comparison', 'sweep', 'map'] as const)[ranges.length as 0 | 1 | 2];
  if (count > mostApart) return refused(wording.tooManyApart(kind, count, mostApart, print(asSweep(experiment, axes))));
  return read({ kind, experiment, axes: Object.freeze(kind === 'map' ? axes.map(asOnMap) : [...axes]) });
};

/** A map that says nothing of its points has more of them than a sweep. */
const asOnMap = (axis: Axis): Axis =>
  axis.written.kind === 'range' && axis.written.points === null ? usualAxis(axis, usualMapPoints) : axis;

const namesOf = (axes: readonly Axis[]): readonly string[] => axes.map(({ key }) => keyOf[key].name);

const print = (study: Study): string => printQuery(study);

/** The same along the first two ranges; what else would vary stands at its first value. */
const withFewer = (experiment: Experiment, axes: readonly Axis[]): Study => {
  const kept = axes.filter(isRange).slice(0, 2);
  return { kind: 'map', experiment: settle(experiment, axes, kept), axes: kept };
};

/** What would be too many: a list of numbers as a range; or as many of the first list as can be told apart. */
const asSweep = (experiment: Experiment, axes: readonly Axis[]): Study => {
  const range = axes.find(isRange) ?? axes.map(spread).find((axis) => axis !== null) ?? null;
  const isInside = ({ key }: Axis): boolean => key !== range?.key;
  const [list] = axes.filter((axis) => !isRange(axis) && isInside(axis));
  const few = list === undefined ? [] : [{ ...list, values: list.values.slice(0, mostApart) }];
  const kept =
    range === null ? few : [range, ...few].sort((one, other) => axes.findIndex(isOf(one)) - axes.findIndex(isOf(other)));
  return { kind: range === null ? 'comparison' : 'sweep', experiment: settle(experiment, axes, kept), axes: kept };
};

const isOf =
  ({ key }: Axis) =>
  (axis: Axis): boolean =>
    axis.key === key;

/** A list of many numbers as the range that they span; null of anything else. */
const spread = ({ key, values }: Axis): Axis | null => {
  const known = keyOf[key];
  if ((known.kind !== 'integer' && known.kind !== 'number') || values.length <= mostApart) return null;
  const numbers = values.map(Number);
  if (!numbers.every(Number.isFinite)) return null;
  return rangeAxis(known, { low: Math.min(...numbers), high: Math.max(...numbers) }, values.length);
};

/** The network at the first value of every axis that is not kept. */
const settle = (experiment: Experiment, axes: readonly Axis[], kept: readonly Axis[]): Experiment => {
  const changes = axes.flatMap(({ key, values: [first = ''] }) => {
    const parsed = kept.some((axis) => axis.key === key) ? null : parseValue(keyOf[key], first);
    return parsed?.kind === 'read' ? [[key, parsed.read]] : [];
  });
  return complete(Object.fromEntries(changes), experiment, kept);
};
