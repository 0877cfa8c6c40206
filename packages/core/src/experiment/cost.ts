import type { NetworkSize } from '../parts/architectures/architecture.ts';
import { sizeOf as networkSize } from '../parts/assemble.ts';
import { entryOf } from '../parts/entry.ts';
import * as initializers from '../parts/initializers/index.ts';
import * as losses from '../parts/losses/index.ts';
import type { Loss } from '../parts/losses/loss.ts';
import { onShelf } from '../parts/shelf.ts';
import { outputsFor } from '../parts/tasks/answers.ts';
import { architectureOf, taskOf } from './design.ts';
import type { Experiment } from './experiment.ts';
import { taskClash } from './reading.ts';
import { structureOf } from './structure.ts';

/** What networks cost, estimated before anything runs. */
export interface Cost {
  /** Floating-point operations. */
  readonly operations: number;
  /** Bytes of tensors that the largest network holds at once; networks are measured in groups, or one after another. */
  readonly bytes: number;
  /** Seconds on the native engine with two cores. */
  readonly seconds: number;
}

/** The most that one reply may take. */
export const costLimits: { readonly seconds: number; readonly bytes: number } = Object.freeze({
  seconds: 60,
  bytes: 2 * 2 ** 30,
});

/** Measured on two cores with TensorFlow 2.21: matrix products with everything between them. */
const operationsPerSecond = 40e9;
/** Measured: 2 to 13 ms per million weights, by law. */
const secondsPerDraw = 10e-9;
/** Some forty operations per layer, of 80 µs each, when a network of new shape runs for the first time. */
const secondsPerNewLayer = 3e-3;
/** Looks at the histograms of a training. */
const mostHistograms = 6;
/** The same operations replayed as one graph. */
const secondsPerLayer = 0.2e-3;
/** A group of networks that shares one pass. */
const bytesPerPass = 768 * 2 ** 20;
/** Factorising an n × n matrix takes 4 n³ operations, at about a tenth of the speed of products. */
const operationsToOrthogonalise = 40;
/** Singular values alone, in double precision: measured 0.2·10⁹ n³ per second. */
const secondsPerCubicSpectrum = 5e-9;
/** Networks whose Jacobian is decomposed. */
const networksDecomposed = 4;

/** What measuring these networks costs; those that differ in their scales alone pass side by side. */
export const estimateCost = (networks: readonly Experiment[]): Cost => costOfGroups(groupAlike(networks));

/** Networks that differ in their scales alone: one of them, and how many there are. */
export interface Alike {
  readonly experiment: Experiment;
  readonly count: number;
}

/** Networks in groups that cost the same, each. */
export const groupAlike = (networks: readonly Experiment[]): readonly Alike[] => {
  const groups = new Map<string, Alike>();
  for (const experiment of networks) {
    const structure = structureOf(experiment);
    const known = groups.get(structure);
    groups.set(structure, known === undefined ? { experiment, count: 1 } : { ...known, count: known.count + 1 });
  }
  return [...groups.values()];
};

/** What measuring all networks of these groups costs. */
export const costOfGroups = (groups: readonly Alike[]): Cost => {
  const costs = groups.map(costOfAlike);
  const sum = (part: (cost: Cost) => number): number => costs.reduce((total, cost) => total + part(cost), 0);
  return Object.freeze({
    operations: sum(({ operations }) => operations),
    bytes: costs.reduce((most, { bytes }) => Math.max(most, bytes), 0),
    seconds: sum(({ seconds }) => seconds),
  });
};

/** Whether one reply can take it. */
export const isAffordable = ({ seconds, bytes }: Cost): boolean => seconds <= costLimits.seconds && bytes <= costLimits.bytes;

/** Networks that one pass takes side by side. */
const networksPerPass = 32;

const costOfAlike = ({ experiment, count }: Alike): Cost => {
  const one = costOfNetwork(experiment, 1);
  if (count === 1) return one;
  // trainings go one after another, each with a graph of its own
  const together = experiment.train > 0 ? 1 : Math.max(1, Math.floor(networksPerPass / experiment.seeds));
  const repeated = costOfNetwork(experiment, together);
  const others = (count - 1) * (experiment.train > 0 ? one.seconds : repeated.seconds - repeated.secondsOnce);
  return { operations: count * one.operations, bytes: one.bytes, seconds: one.seconds + others };
};

/** The cost of a network among as many of its kind; `secondsOnce` is what the first of them takes alone. */
const costOfNetwork = (experiment: Experiment, together: number): Cost & { readonly secondsOnce: number } => {
  const { depth, width, batch, seeds, train, init } = experiment;
  const size = sizeOf(experiment);
  const weights = seeds * size.weights;
  const passes = 1 + train;
  // forward, backward, weight gradient: a multiplication and an addition each
  const products = 3 * 2 * batch * seeds * size.products * passes;
  const drawing = orthogonal.has(init.name) ? operationsToOrthogonalise * weights * width : 0;
  const bytesOfOne = 4 * (size.weights + batch * size.kept);
  const groups = Math.ceil((seeds * bytesOfOne) / bytesPerPass);
  const { operations: extra, bytes, seconds } = costOfSpectrum(experiment, size);
  const operations = products + drawing + extra;
  // a training looks at its histograms one operation at a time, as at a network of new shape
  const looks = 1 + Math.min(train, mostHistograms);
  const secondsOnce = depth * secondsPerNewLayer * looks;
  const calls = secondsOnce + (depth * secondsPerLayer * groups * passes) / together;
  return {
    operations,
    // a training holds all networks at once, a measurement group after group
    bytes: Math.max(train > 0 ? seeds * bytesOfOne : bytesOfOne, bytes),
    seconds: operations / operationsPerSecond + (weights * secondsPerDraw) / together + calls + seconds,
    secondsOnce,
  };
};

/** The size of a network with its readout; settings that clash are told before they cost anything. */
const sizeOf = (experiment: Experiment): NetworkSize => {
  const net = architectureOf(experiment);
  if (net === null || taskClash(experiment) !== null) return { weights: 0, products: 0, kept: 0 };
  const task = taskOf(experiment);
  const hasReadout = onShelf<Loss>(losses, experiment.loss.name)?.hasReadout === true;
  const outputs = hasReadout ? outputsFor(task.answers) : null;
  return networkSize(net, experiment, { entry: entryOf(net, experiment, task), outputs });
};

const orthogonal: ReadonlySet<string> = new Set(
  Object.values(initializers).flatMap(({ name, law }) => (law.isOrthogonal && law.isDeterministic !== true ? [name] : [])),
);

const costOfSpectrum = ({ spectrum, seeds, width }: Experiment, size: NetworkSize): Cost => {
  const { weights, products, kept, outputs = width } = size;
  if (!spectrum) return { operations: 0, bytes: 0, seconds: 0 };
  const networks = Math.min(seeds, networksDecomposed);
  // one example is repeated once per output: forward and backward with a batch of `outputs`
  const operations = 2 * 2 * networks * outputs * products;
  const bytes = 4 * networks * (weights + outputs * kept);
  return { operations, bytes, seconds: networks * outputs ** 3 * secondsPerCubicSpectrum };
};
