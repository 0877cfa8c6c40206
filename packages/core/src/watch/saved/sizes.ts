import type { LayersModel } from '@tensorflow/tfjs';
import { type Entrance, outputShapesOf } from './ends.ts';

/** Examples of a batch that nobody gave. */
const usualBatch = 32;
/** Correlations and norms of a batch need two. */
const smallestBatch = 2;
/** Numbers that the layers of a model may put out in one pass: 256 MiB, of which the way back makes a multiple. */
const mostEntries = 2 ** 26;

/** What stands for a size that a model leaves open, by the axes of an input without its examples: places, steps, a side of an image. */
const openSizes: Readonly<Record<number, number>> = { 1: 16, 2: 16, 3: 64 };
const otherOpenSize = 16;

const fill = (shape: readonly (number | null)[], size: number): readonly number[] => shape.map((one) => one ?? size);

/** The shape of an example, and what was filled in for sizes that are left open; null where none is. */
export const shapeOfExample = ({ shape }: Entrance): { readonly shape: readonly number[]; readonly filled: number | null } => {
  const own = shape.slice(1);
  const size = openSizes[own.length] ?? otherOpenSize;
  return { shape: fill(own, size), filled: own.includes(null) ? size : null };
};

/** The size that a model with examples of a fixed number asks for; null where any will do. */
const fixedBatchOf = (entrances: readonly Entrance[]): number | null =>
  entrances.map(({ shape }) => shape[0] ?? null).find((size) => size !== null) ?? null;

/** How many examples of a batch fit. */
export const mostExamples = (model: LayersModel, entrances: readonly Entrance[]): number => {
  const axes = Math.max(...entrances.map(({ shape }) => shape.length - 1));
  const size = openSizes[axes] ?? otherOpenSize;
  const entries = outputShapesOf(model)
    .map((shape) => fill(shape, size).reduce((product, one) => product * one, 1))
    .reduce((sum, one) => sum + one, 1);
  return Math.max(smallestBatch, Math.floor(mostEntries / entries));
};

/** How many examples a model is shown where no data are given. */
export const batchFor = (model: LayersModel, entrances: readonly Entrance[]): number =>
  fixedBatchOf(entrances) ?? Math.min(usualBatch, mostExamples(model, entrances));
