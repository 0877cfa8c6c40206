import type { Engine } from '../../engine/engine.ts';
import { binDecades } from '../../numbers/decade-histogram.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import { chanceAccuracy } from '../../parts/tasks/answers.ts';
import { evenSteps } from './even-steps.ts';
import { openRun, type Run } from './open-run.ts';
import { brokenAt, readStep } from './read-step.ts';
import { recordMovements } from './record-movements.ts';
import type { RecordedStep, StepHistograms, TrainingRecord } from './training-record.ts';

/** How long to train, and who wants to know meanwhile. */
export interface TrainingOptions {
  readonly steps: number;
  /** Steps at which histograms are taken at most; six unless told otherwise, and 0 for none. */
  readonly histograms?: number | undefined;
  /** Called after each recorded step with the share done. **Range** 0 … 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Ends the training between two recorded steps. */
  readonly signal?: AbortSignal | undefined;
}

/** Steps that are written down at most: what one picture can tell apart. */
const mostRecorded = 120;

/** Histograms at most: each costs a pass that is not compiled, and more would not be told apart in one picture. */
const mostHistograms = 6;

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
  { steps, histograms: most = mostHistograms, onProgress, signal }: TrainingOptions,
): Promise<TrainingRecord> => {
  const recorded: RecordedStep[] = [];
  const movements = recordMovements(blueprint, run.owners);
  const histograms: StepHistograms[] = [];
  const [isRecorded, isCounted] = [evenSteps(steps, mostRecorded), evenSteps(steps, most)];
  let stopped: TrainingRecord['stopped'] = null;
  for (let number = 1; number <= steps && stopped === null; number += 1) {
    if (isCounted.has(number)) histograms.push({ step: number, rows: await run.histograms(number) });
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
    histograms,
    binDecades,
    chanceLoss: blueprint.loss.chanceLoss(answers),
    chanceAccuracy: chanceAccuracy(answers),
    answersPerStep: blueprint.seeds * blueprint.batch * blueprint.reads,
    answers: answers.kind === 'classes' && answers.areOpen === true ? 'open-classes' : answers.kind,
    stopped,
  });
};
