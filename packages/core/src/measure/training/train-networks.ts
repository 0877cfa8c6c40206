import type { Engine } from '../../engine/engine.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import { chanceAccuracy } from '../../parts/tasks/answers.ts';
import { openRun, type Run } from './open-run.ts';
import { brokenAt, readStep } from './read-step.ts';
import { recordMovements } from './record-movements.ts';
import type { RecordedStep, TrainingRecord } from './training-record.ts';

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
  const run = openRun(engine, blueprint);
  try {
    return await follow(engine, blueprint, run, options);
  } finally {
    run.close();
  }
};

const follow = async (
  { tf }: Engine,
  blueprint: Blueprint,
  run: Run,
  { steps, onProgress, signal }: TrainingOptions,
): Promise<TrainingRecord> => {
  const recorded: RecordedStep[] = [];
  const movements = recordMovements(blueprint, run.owners);
  const isRecorded = recordedSteps(steps);
  let stopped: TrainingRecord['stopped'] = null;
  for (let number = 1; number <= steps && stopped === null; number += 1) {
    const observed = await run.step(number);
    stopped = brokenAt(blueprint, observed, number);
    if (!isRecorded.has(number) && stopped === null) continue;
    recorded.push(readStep(blueprint, observed, run.owners, number));
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
