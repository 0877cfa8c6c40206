import { type EngineName, useEngine } from '../src/engine/index.ts';
import { openRun } from '../src/measure/training/open-run.ts';
import { type Patience, type Timing, timeRuns } from './median-ms.ts';
import { runTorch } from './time-torch.ts';
import { type TrainingCase, trainingBlueprintOf } from './training-cases.ts';

/** Steps of one training. **Unit** milliseconds. */
export interface TrainingTimes {
  readonly name: string;
  /** With the norms of signals, gradients, steps and weights of every layer recorded. */
  readonly recorded: Timing;
  /** Loss and accuracy alone. */
  readonly bare: Timing;
  /** The same in PyTorch, loss and accuracy alone; null where there is none. */
  readonly torch: Pick<Timing, 'medianMs' | 'bestMs'> | null;
}

/** Times the steps of a training with and without recording, and in the Python that `interpreter` names. */
export const timeTraining = async (
  choice: EngineName,
  one: TrainingCase,
  { patience, interpreter }: { readonly patience: Patience; readonly interpreter: string | null },
): Promise<TrainingTimes> => ({
  name: one.name,
  recorded: await timeSteps(choice, one, { patience, isRecording: true }),
  bare: await timeSteps(choice, one, { patience, isRecording: false }),
  torch:
    interpreter === null
      ? null
      : await runTorch<Timing>(interpreter, 'torch-training.py', { ...one, ...patience, mostRuns: 400 }),
});

const timeSteps = async (
  choice: EngineName,
  one: TrainingCase,
  { patience, isRecording }: { readonly patience: Patience; readonly isRecording: boolean },
): Promise<Timing> => {
  const run = openRun(await useEngine(choice), trainingBlueprintOf(one), isRecording);
  const timing = await timeRuns((number) => run.step(number + 1), { ...patience, mostRuns: 400 });
  run.close();
  return timing;
};
