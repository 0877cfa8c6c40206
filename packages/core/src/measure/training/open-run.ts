import type { Tensor } from '@tensorflow/tfjs';
import { compile } from '../../engine/compile.ts';
import type { Engine } from '../../engine/engine.ts';
import { euclideanNorm } from '../../engine/euclidean-norm.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import { openTables } from '../open-tables.ts';
import type { Label } from '../run-pass.ts';
import type { Observed } from './read-step.ts';
import { takeHistograms } from './take-histograms.ts';
import { drawParameters, type Owner } from './trained-networks.ts';
import type { RowHistograms } from './training-record.ts';
import { trainingStep } from './training-step.ts';

/** A training under way. */
export interface Run {
  /** Whose weights each parameter is; null for biases and the like. */
  readonly owners: readonly (Owner | null)[];
  /** Takes the step of that number. */
  readonly step: (number: number) => Promise<Observed>;
  /** Sizes of the weights now, and of their gradients on the batch of the step of that number. */
  readonly histograms: (number: number) => Promise<readonly RowHistograms[]>;
  /** ‖w − w₀‖ / ‖w₀‖ of each parameter that has an owner, and each network. */
  readonly moved: () => Promise<readonly (readonly number[])[]>;
  readonly close: () => void;
}

/** Draws the networks and the graphs that train them. Without recording a step tells its loss and accuracy, and nothing else. */
export const openRun = (engine: Engine, blueprint: Blueprint, isRecording = true): Run => {
  const { tf } = engine;
  const tables = openTables(engine, blueprint.task);
  const { parameters: initial, owners } = drawParameters(engine, blueprint, tables);
  const stepper = openStepper(engine, blueprint, { tables, isRecorded: owners.map((owner) => isRecording && owner !== null) });
  const owned = (tensors: readonly Tensor[]): readonly Tensor[] => tensors.filter((_, index) => owners[index] !== null);
  const distances = openDistances(engine);
  let state: readonly Tensor[] = [
    ...initial.map((parameter) => parameter.clone()),
    ...initial.flatMap((parameter) => Array.from({ length: blueprint.optimizer.slots }, () => tf.zerosLike(parameter))),
  ];
  return {
    owners,
    step: async (number) => {
      const { observed, next } = stepper.take(number, state);
      tf.dispose([...state]);
      state = next;
      return observed();
    },
    histograms: (step) => {
      const parameters = state.slice(0, initial.length);
      return takeHistograms(engine, blueprint, { step, parameters, owners, tables });
    },
    moved: () => distances.between(owned(state.slice(0, initial.length)), owned(initial)),
    close: () => {
      stepper.dispose();
      distances.dispose();
      tf.dispose([...state, ...initial, ...tables]);
    },
  };
};

interface StepperSettings {
  readonly tables: readonly Tensor[];
  /** Whether norms of a parameter, of its gradient and its step are wanted. */
  readonly isRecorded: readonly boolean[];
}

/** One step as a graph, from state to state. */
const openStepper = (engine: Engine, blueprint: Blueprint, { tables, isRecorded }: StepperSettings) => {
  const { tf } = engine;
  const { firstSeed, learningRate, seeds } = blueprint;
  const count = isRecorded.length;
  const labels: Label[] = [];
  const run = compile(engine, (seed: Tensor, step: Tensor, rate: Tensor, ...rest: readonly Tensor[]): readonly Tensor[] => {
    const [given, state] = [rest.slice(0, tables.length), rest.slice(tables.length)];
    const held = { parameters: state.slice(0, count), slots: state.slice(count), tables: given, isRecorded };
    const results = trainingStep(engine, blueprint, { firstSeed: seed, step, learningRate: rate, ...held });
    labels.splice(0, labels.length, ...results.labels);
    return [results.values, ...results.parameters, ...results.slots];
  });
  return {
    take: (number: number, state: readonly Tensor[]) => {
      const constants = [tf.scalar(firstSeed, 'int32'), tf.scalar(number, 'int32'), tf.scalar(learningRate)] as const;
      const [values, ...next] = run(...constants, ...tables, ...state) as [Tensor, ...Tensor[]];
      tf.dispose([...constants]);
      const observed = async (): Promise<Observed> => {
        const numbers = (await values.data()) as Float32Array;
        values.dispose();
        return { labels, seeds, values: numbers };
      };
      return { observed, next };
    },
    dispose: () => run.dispose(),
  };
};

/** ‖w − w₀‖ / ‖w₀‖ of each parameter and network, as a graph. */
const openDistances = (engine: Engine) => {
  const { tf } = engine;
  const run = compile(engine, (...both: readonly Tensor[]): readonly Tensor[] => {
    const shares = both.slice(both.length / 2).map((initial, index) => {
      const moved = euclideanNorm(engine, tf.sub(both[index] as Tensor, initial));
      return tf.reshape(tf.div(moved, euclideanNorm(engine, initial)), [-1, 1, 1]);
    });
    return [tf.concat(shares, 1)];
  });
  return {
    between: async (now: readonly Tensor[], initial: readonly Tensor[]): Promise<readonly (readonly number[])[]> => {
      const [shares] = run(...now, ...initial) as [Tensor];
      const [seeds = 1] = shares.shape;
      const numbers = await shares.data();
      shares.dispose();
      return now.map((_, index) =>
        Array.from({ length: seeds }, (__, network) => numbers[network * now.length + index] as number),
      );
    },
    dispose: () => run.dispose(),
  };
};
