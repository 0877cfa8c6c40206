import type { Tensor } from '@tensorflow/tfjs';
import { compile } from '../../engine/compile.ts';
import type { Engine } from '../../engine/engine.ts';
import { euclideanNorm } from '../../engine/euclidean-norm.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import { chanceAccuracy } from '../../parts/tasks/answers.ts';
import { openTables } from '../open-tables.ts';
import type { Label } from '../run-pass.ts';
import { brokenAt, type Observed, readStep } from './read-step.ts';
import { recordMovements } from './record-movements.ts';
import { drawParameters, type TrainedNetworks } from './trained-networks.ts';
import type { RecordedStep, TrainingRecord } from './training-record.ts';
import { trainingStep } from './training-step.ts';

/** How long to train, and who wants to know meanwhile. */
export interface TrainingOptions {
  readonly steps: number;
  /** Called after each recorded step with the share done. **Range** 0 … 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Ends the training between two recorded steps. */
  readonly signal?: AbortSignal | undefined;
}

/** Steps that are written down at most: what one picture can tell apart. */
const mostRecorded = 120;

/** Trains all networks of a blueprint side by side, on new examples at every step, and writes down who learns. */
export const trainNetworks = async (engine: Engine, blueprint: Blueprint, options: TrainingOptions): Promise<TrainingRecord> => {
  const tables = openTables(engine, blueprint.task);
  const networks = drawParameters(engine, blueprint, tables);
  const run = openRun(engine, blueprint, { networks, tables });
  try {
    return await follow(engine, blueprint, run, options);
  } finally {
    run.close();
  }
};

/** A training under way. */
interface Run {
  readonly networks: TrainedNetworks;
  /** Takes the step of that number. */
  readonly step: (number: number) => Promise<Observed>;
  /** ‖w − w₀‖ / ‖w₀‖ of each parameter and network. */
  readonly moved: () => Promise<readonly (readonly number[])[]>;
  readonly close: () => void;
}

const follow = async (
  { tf }: Engine,
  blueprint: Blueprint,
  run: Run,
  { steps, onProgress, signal }: TrainingOptions,
): Promise<TrainingRecord> => {
  const recorded: RecordedStep[] = [];
  const movements = recordMovements(blueprint, run.networks.owners);
  const isRecorded = recordedSteps(steps);
  let stopped: TrainingRecord['stopped'] = null;
  for (let number = 1; number <= steps && stopped === null; number += 1) {
    const observed = await run.step(number);
    stopped = brokenAt(blueprint, observed, number);
    if (!isRecorded.has(number) && stopped === null) continue;
    recorded.push(readStep(blueprint, observed, run.networks.owners, number));
    movements.look(number, await run.moved());
    onProgress?.(number / steps);
    // lets whoever wants to end the training be heard
    await tf.nextFrame();
    signal?.throwIfAborted();
  }
  const { answers } = blueprint.task;
  return Object.freeze({
    steps: recorded,
    movements: movements.all(),
    chanceLoss: blueprint.loss.chanceLoss(answers),
    chanceAccuracy: chanceAccuracy(answers),
    answersPerStep: blueprint.seeds * blueprint.batch * blueprint.reads,
    answers: answers.kind === 'classes' && answers.areOpen === true ? 'open-classes' : answers.kind,
    stopped,
  });
};

/** The first step, the last, and as many between as are worth writing down, evenly. */
const recordedSteps = (steps: number): ReadonlySet<number> => {
  const count = Math.min(steps, mostRecorded);
  return new Set(Array.from({ length: count }, (_, index) => Math.round(1 + (index * (steps - 1)) / Math.max(1, count - 1))));
};

const openRun = (
  engine: Engine,
  blueprint: Blueprint,
  { networks, tables }: { readonly networks: TrainedNetworks; readonly tables: readonly Tensor[] },
): Run => {
  const { tf } = engine;
  const { firstSeed, learningRate, optimizer } = blueprint;
  const count = networks.parameters.length;
  const labels: Label[] = [];
  const one = compile(engine, (seed: Tensor, step: Tensor, rate: Tensor, ...rest: readonly Tensor[]): readonly Tensor[] => {
    const [given, state] = [rest.slice(0, tables.length), rest.slice(tables.length)];
    const isOwned = networks.owners.map((owner) => owner !== null);
    const held = { isOwned, parameters: state.slice(0, count), slots: state.slice(count) };
    const args = { firstSeed: seed, step, learningRate: rate, tables: given, ...held };
    const results = trainingStep(engine, blueprint, args);
    labels.splice(0, labels.length, ...results.labels);
    return [results.loss, results.accuracy, results.values, ...results.parameters, ...results.slots];
  });
  const distance = compile(engine, (...both: readonly Tensor[]): readonly Tensor[] => [
    tf.concat(
      both
        .slice(count)
        .map((initial, index) =>
          tf.div(euclideanNorm(engine, tf.sub(both[index] as Tensor, initial)), euclideanNorm(engine, initial)),
        ),
      1,
    ),
  ]);
  let state: readonly Tensor[] = [
    ...networks.parameters.map((parameter) => parameter.clone()),
    ...networks.parameters.flatMap((parameter) => Array.from({ length: optimizer.slots }, () => tf.zerosLike(parameter))),
  ];
  return {
    networks,
    step: async (number) => {
      const constants = [tf.scalar(firstSeed, 'int32'), tf.scalar(number, 'int32'), tf.scalar(learningRate)] as const;
      const [loss, accuracy, values, ...next] = one(...constants, ...tables, ...state) as [Tensor, Tensor, Tensor, ...Tensor[]];
      tf.dispose([...constants, ...state]);
      state = next;
      const [losses, accuracies, numbers] = await Promise.all([loss.data(), accuracy.data(), values.data()]);
      tf.dispose([loss, accuracy, values]);
      return { labels, losses: [...losses], accuracies: [...accuracies], values: numbers as Float32Array };
    },
    moved: async () => {
      const [shares] = distance(...state.slice(0, count), ...networks.parameters) as [Tensor];
      const [seeds = 1] = shares.shape;
      const numbers = await shares.data();
      shares.dispose();
      return networks.parameters.map((_, index) =>
        Array.from({ length: seeds }, (_, network) => numbers[network * count + index] as number),
      );
    },
    close: () => {
      one.dispose();
      distance.dispose();
      tf.dispose([...state, ...networks.parameters, ...tables]);
    },
  };
};
