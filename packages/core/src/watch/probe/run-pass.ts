import type { Optimizer, Scalar, Tensor, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../engine/tensorflow.ts';
import { WatchError } from '../watch-error.ts';
import { backpropagate, type Gradients, NoWayBack } from './backpropagate.ts';
import { type Chain, chainsThrough, rowsBefore } from './chains.ts';
import { firstStep } from './first-step.ts';
import { measureRow, measureSignal } from './measure-rows.ts';
import { type PassRow, rowsOf } from './pass-row.ts';
import type { ProbedLayer } from './probe-report.ts';
import { spareOptimizer } from './spare-optimizer.ts';
import { openVisits, type Visits } from './tap-layers.ts';
import { type TapeNode, withTape } from './tape.ts';
import type { Seen, Visit } from './visit.ts';

/** A network that can be passed once. */
export interface Passable {
  /** Runs forward, tells what it visits, and returns the loss. */
  readonly forward: (visits: Visits) => Scalar;
  readonly variables: readonly Variable[];
  readonly optimizer: Optimizer | undefined;
  /** Completes rows with what only their owner knows. */
  readonly complete: (rows: readonly PassRow[], tape: readonly TapeNode[]) => readonly PassRow[];
}

/** One step of a recurrent layer, and how large ∂loss/∂h_t is there. */
export interface MeasuredStep extends ReturnType<typeof measureSignal> {
  readonly values: Float32Array;
}

/** A pass in plain numbers. */
export interface Passed {
  readonly loss: number;
  readonly rows: readonly PassRow[];
  readonly layers: readonly ProbedLayer[];
  readonly memories: readonly { readonly row: number; readonly cell: number; readonly steps: readonly MeasuredStep[] }[];
  /** Longest first. */
  readonly chains: readonly Chain[];
  readonly optimizer: { readonly name: string; readonly learningRate: number };
}

/** Goes forward and back once and reads everything off, leaving no tensor behind. `read` may look at what was seen. */
export const runPass = <Read>(tf: TensorFlow, network: Passable, read: (passed: Passed) => Read): Read => {
  const visits = openVisits(tf);
  const results: Read[] = [];
  try {
    // not returned through tidy, which would look for tensors in every number
    tf.tidy(() => {
      const forward = (): Scalar => mustBeScalar(network.forward(visits));
      withTape(tf, forward, (loss, tape) => void results.push(read(readPass(tf, network, visits.all, loss, tape))));
    });
    return results[0] as Read;
  } finally {
    visits.dispose();
  }
};

const mustBeScalar = (loss: Tensor): Scalar => {
  if (typeof loss?.dataSync !== 'function' || loss.size !== 1)
    throw new WatchError('the loss is no single number - return a scalar, such as tf.mean(losses)');
  return loss as Scalar;
};

const readPass = (
  tf: TensorFlow,
  network: Passable,
  visits: readonly Visit[],
  loss: Scalar,
  tape: readonly TapeNode[],
): Passed => {
  const rows = network.complete(rowsOf(visits), tape);
  if (rows.length === 0)
    throw new WatchError('there is nothing to look at: no layer has weights or an activation, and nothing was tapped');
  const gradients = goBack(tf, network, visits, rows, loss, tape);
  const spare = spareOptimizer(tf, network.optimizer);
  const trainable = rows.flatMap(({ weights }) =>
    weights.filter(({ isTrainable }) => isTrainable).map(({ variable }) => variable),
  );
  const steps = firstStep(tf, spare, [...new Set(trainable)], gradients);
  const rowOf = new Map(rows.flatMap(({ outputs }, row) => outputs.map(({ tensor }) => [tensor.id, row] as const)));
  return {
    loss: loss.dataSync()[0] as number,
    rows,
    layers: rows.map((row, index) => measureRow(row, index, { gradients, steps })),
    memories: rows.flatMap((row, index) =>
      row.steps.map((seen, cell) => ({ row: index, cell, steps: seen.map((h) => measureStep(h, gradients)) })),
    ),
    chains: chainsThrough(rowsBefore(tape, rowOf, rows.length)),
    optimizer: spare,
  };
};

const measureStep = (h: Seen, gradients: Gradients): MeasuredStep => ({
  ...measureSignal([h], gradients),
  values: h.copy.dataSync() as Float32Array,
});

/** Backpropagation that names the layer where it ends. */
const goBack = (
  tf: TensorFlow,
  { variables }: Passable,
  visits: readonly Visit[],
  rows: readonly PassRow[],
  loss: Scalar,
  tape: readonly TapeNode[],
): Gradients => {
  const seen = rows.flatMap(({ at, steps }) => [...at, ...steps.flat()]).map(({ tensor }) => tensor);
  try {
    return backpropagate(tf, loss, tape, [...variables, ...seen]);
  } catch (error) {
    if (!(error instanceof NoWayBack)) throw error;
    const position = tape.indexOf(error.node);
    // the layer that was left first is the innermost
    const visit = visits.find(({ operations: { from, to } }) => position >= from && position < to);
    if (visit === undefined) throw error;
    throw new WatchError(
      `layer "${visit.name}" stops the gradient: ${error.message} - build it of operations that have one, or give it a tf.customGrad`,
      {
        layer: visit.name,
        cause: error,
      },
    );
  }
};
