import type { Tensor } from '@tensorflow/tfjs';
import type { Engine } from '../../engine/engine.ts';
import { countDecades, type DecadeHistogram } from '../../numbers/decade-histogram.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import { backpropagate } from './backpropagate.ts';
import { ownedRows } from './owned-rows.ts';
import type { TrainedNetworks } from './trained-networks.ts';
import type { RowHistograms } from './training-record.ts';

/** A training between two steps. */
export interface Moment extends TrainedNetworks {
  /** Number of the step to come, counted from 1. */
  readonly step: number;
  /** What the task draws from. */
  readonly tables: readonly Tensor[];
}

/**
 * How large the weights are before a step, and their gradients on its batch before clipping, all networks together. A pass of its
 * own, one operation at a time, which leaves the training as it is. Numbers are read one parameter after the other: what a step
 * needs of memory is enough.
 */
export const takeHistograms = async (engine: Engine, blueprint: Blueprint, moment: Moment): Promise<readonly RowHistograms[]> => {
  const { parameters, owners } = moment;
  const gradients = gradientsAt(engine, blueprint, moment);
  const taken: RowHistograms[] = [];
  for (const { row, name } of ownedRows(blueprint, owners)) {
    const own = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => owners[index]?.row === row);
    taken.push({ row, name, gradient: await histogramOf(own(gradients)), weights: await histogramOf(own(parameters)) });
  }
  engine.tf.dispose([...gradients]);
  return taken;
};

const gradientsAt = (engine: Engine, blueprint: Blueprint, { step, parameters, tables }: Moment): readonly Tensor[] => {
  const { tf } = engine;
  return tf.tidy(() => {
    const [firstSeed, number] = [tf.scalar(blueprint.firstSeed, 'int32'), tf.scalar(step, 'int32')];
    return [...backpropagate(engine, blueprint, { firstSeed, step: number, parameters, tables }).gradients];
  });
};

const histogramOf = async (tensors: readonly Tensor[]): Promise<DecadeHistogram> => {
  const counter = countDecades();
  for (const tensor of tensors) counter.add((await tensor.data()) as Float32Array);
  return counter.histogram();
};
