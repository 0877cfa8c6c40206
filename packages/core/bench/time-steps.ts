import { compileStep } from '../src/engine/compile-step.ts';
import { type EngineName, useEngine } from '../src/engine/index.ts';
import { type Patience, type Timing, timeRuns } from './median-ms.ts';
import { batchOf, type StepCase, stepOf, type TrainingStep } from './step-cases.ts';

/** Steps that people write themselves, as they are and compiled, the loss read after each. **Unit** milliseconds. */
export interface StepTimes {
  readonly name: string;
  readonly eager: Timing;
  readonly compiled: Timing;
  /** What getting ready takes: the first replay, which builds the graph. */
  readonly buildMs: number;
}

/** Times one case: the same model goes on learning, first step by step, then compiled. */
export const timeStep = async (choice: EngineName, one: StepCase, patience: Patience): Promise<StepTimes> => {
  const engine = await useEngine(choice);
  const batch = batchOf(engine.tf, one);
  const { step, close } = stepOf(engine.tf, one);
  const take = async (taken: TrainingStep): Promise<void> => {
    const loss = taken(batch[0], batch[1]);
    await loss.data();
    loss.dispose();
  };
  const eager = await timeRuns(() => take(step), patience);
  const compiled = compileStep(engine, step);
  for (let call = 0; call < callsBeforeGraph; call += 1) await take(compiled);
  // warm-up goes on: the first run that is timed apart is the one that builds
  const timing = await timeRuns(() => take(compiled), patience);
  compiled.dispose();
  close();
  engine.tf.dispose([...batch]);
  return { name: one.name, eager, compiled: timing, buildMs: timing.firstMs };
};

/** The first call, the recorded one and the compared one. */
const callsBeforeGraph = 3;
