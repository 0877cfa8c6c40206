import { complete } from '../experiment/complete.ts';
import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Axis, Study } from '../experiment/question.ts';
import { taskClash } from '../experiment/reading.ts';
import { bracketedRoot } from '../numbers/roots.ts';
import { predictLimit } from '../theory/predict.ts';
import { depthScalesOfTraining } from '../verdict/thresholds.ts';

/** A line across a map, in values of its axes. */
export type MapLine = readonly { readonly x: number; readonly y: number }[];

/** What theory draws across a map. */
export interface MapLines {
  /** Where χ₁ = 1, the edge of chaos; empty where it has none, or the map does not reach it. */
  readonly edge: readonly MapLine[];
  /** Where depth is an axis: 6 ξ, as deep as plain gradient descent trains; else empty. */
  readonly trainableDepth: readonly MapLine[];
}

/** Points of a line along its longer way. */
const finely = 96;

/** The lines of theory on a map over two ranges. */
export const mapLines = ({ experiment, axes }: Study): MapLines => {
  const [x, y] = axes as readonly [Axis, Axis];
  const at = (change: { readonly x: number; readonly y: number }): Experiment =>
    complete({ [x.key]: change.x, [y.key]: change.y }, experiment);
  return Object.freeze({ edge: edgeOf(x, y, at), trainableDepth: reachOf(x, y, at) });
};

type At = (change: { readonly x: number; readonly y: number }) => Experiment;

/**
 * The edge looked for along either axis: along the one it crosses more often it is seen more of; what the other sees beyond its ends
 * is added.
 */
const edgeOf = (x: Axis, y: Axis, at: At): readonly MapLine[] => {
  const alongX = crossings(numbersOf(y), numbersOf(x), (fixed, moving) => logChi(at({ x: moving, y: fixed }))).map((line) =>
    line.map(({ fixed, moving }) => ({ x: moving, y: fixed })),
  );
  const alongY = crossings(numbersOf(x), numbersOf(y), (fixed, moving) => logChi(at({ x: fixed, y: moving }))).map((line) =>
    line.map(({ fixed, moving }) => ({ x: fixed, y: moving })),
  );
  const found = (lines: readonly MapLine[]): number => lines.reduce((sum, line) => sum + line.length, 0);
  return found(alongX) >= found(alongY) ? lengthen(alongX, alongY, 'y') : lengthen(alongY, alongX, 'x');
};

/** Of a single line that runs one way along a key, the points beyond its ends that were found the other way. */
const lengthen = (lines: readonly MapLine[], others: readonly MapLine[], key: 'x' | 'y'): readonly MapLine[] => {
  const [line, ...more] = lines;
  const [other] = others;
  if (line === undefined || other === undefined || more.length > 0 || others.length > 1) return lines;
  const ends = line.map((point) => point[key]);
  const beyond = other.filter((point) => point[key] < Math.min(...ends) || point[key] > Math.max(...ends));
  return [[...line, ...beyond].sort((one, next) => one[key] - next[key])];
};

interface Crossing {
  readonly fixed: number;
  readonly moving: number;
}

/** Zeros along the second list for each of the first; the n-th of each makes the n-th line, one point at least. */
const crossings = (
  fixedValues: readonly number[],
  movingValues: readonly number[],
  value: (fixed: number, moving: number) => number,
): readonly (readonly Crossing[])[] => {
  const lines: Crossing[][] = [];
  for (const fixed of fixedValues) {
    const along = movingValues.map((moving) => value(fixed, moving));
    const zeros = movingValues.flatMap((moving, index) => {
      const [next, here, there] = [movingValues[index + 1], along[index] as number, along[index + 1] ?? Number.NaN];
      if (here === 0) return [moving];
      if (next === undefined || !(here * there < 0)) return [];
      return [bracketedRoot((one) => value(fixed, one), moving, next)];
    });
    zeros.forEach((moving, order) => {
      lines[order] ??= [];
      lines[order].push({ fixed, moving });
    });
  }
  return lines;
};

/** 6 ξ over the other axis, in pieces where theory has no depth scale or the map ends. */
const reachOf = (x: Axis, y: Axis, at: At): readonly MapLine[] => {
  const [depth, other] = x.key === 'depth' ? [x, y] : [y, x];
  if (depth.key !== 'depth') return [];
  const depths = numbersOf(depth);
  const [shallowest, deepest] = [Math.min(...depths), Math.max(...depths)];
  const pieces: { x: number; y: number }[][] = [[]];
  for (const value of between(numbersOf(other))) {
    const scale = predictLimit(design(shallow(at(depth === x ? { x: shallowest, y: value } : { x: value, y: shallowest }))));
    const reach = depthScalesOfTraining * (scale?.gradientDepthScale ?? Number.NaN);
    if (reach >= shallowest && reach <= deepest)
      pieces.at(-1)?.push(depth === x ? { x: reach, y: value } : { x: value, y: reach });
    else if (pieces.at(-1)?.length !== 0) pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 1);
};

const numbersOf = ({ values }: Axis): readonly number[] => values.map(Number);

const between = (values: readonly number[]): readonly number[] => {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return Array.from({ length: finely + 1 }, (_, index) => low + ((high - low) * index) / finely);
};

/** ln χ₁; NaN where theory has none. */
const logChi = (experiment: Experiment): number => Math.log(predictLimit(design(shallow(experiment)))?.chi1 ?? Number.NaN);

/** The recursion is that of every layer, and a single one is designed in no time; a task may want more. */
const shallow = (experiment: Experiment): Experiment => {
  const single = complete({ depth: 1 }, experiment);
  return taskClash(single) === null ? single : experiment;
};
