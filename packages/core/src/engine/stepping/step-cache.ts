import type { Optimizer, Tensor } from '@tensorflow/tfjs';
import { type Answer, runOnce } from '../recording/run-once.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { watchOptimizers } from './optimizer-numbers.ts';
import { type RecordedStep, recordStep } from './record-step.ts';
import { StepEntry } from './step-entry.ts';

/** The graphs of one step, one for each combination of shapes and types, the one used last at the end. */
export class StepCache {
  readonly #entries = new Map<string, StepEntry>();
  readonly #optimizers = new Set<Optimizer>();
  readonly #tf: TensorFlow;
  readonly #step: (tensors: readonly Tensor[]) => unknown;
  readonly #keep: number;
  #calls = 0;

  constructor(tf: TensorFlow, step: (tensors: readonly Tensor[]) => unknown, keep: number) {
    this.#tf = tf;
    this.#step = step;
    this.#keep = keep;
  }

  /** Takes a step: by replay where that is known to be the same, otherwise one operation at a time. */
  run(tensors: readonly Tensor[]): Answer {
    this.#calls += 1;
    const entry = this.#entryOf(signature(tensors));
    // the first call may make what later ones use: slots of an optimizer, weights of a layer; so may the first with other variables
    if (this.#calls === 1 || entry.forgetStale()) return this.#runFirst(tensors);
    const replayed = entry.replay(tensors);
    if (replayed !== null) return replayed;
    const accept = (recorded: RecordedStep): void => entry.take(recorded, this.#calls);
    const { answer, recording } = recordStep(this.#tf, { run: this.#step, optimizers: this.#optimizers, accept }, tensors);
    for (const optimizer of recording.applied) this.#optimizers.add(optimizer);
    return answer;
  }

  /** Deletes all graphs and all that is known of the step. */
  dispose(): void {
    this.#free();
    this.#optimizers.clear();
    this.#calls = 0;
  }

  #free(): void {
    for (const entry of this.#entries.values()) entry.dispose();
    this.#entries.clear();
  }

  #runFirst(tensors: readonly Tensor[]): Answer {
    const watch = watchOptimizers(this.#tf);
    try {
      return runOnce(this.#tf, this.#step, tensors, true);
    } finally {
      watch.stop();
      for (const optimizer of watch.applied) this.#optimizers.add(optimizer);
    }
  }

  /** The entry of a combination, used last from now on. */
  #entryOf(key: string): StepEntry {
    const entry = this.#entries.get(key) ?? new StepEntry(this.#tf);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries;
    if (this.#entries.size > this.#keep && oldest !== undefined) {
      oldest[1].dispose();
      this.#entries.delete(oldest[0]);
    }
    return entry;
  }
}

function signature(tensors: readonly Tensor[]): string {
  return tensors.map(({ dtype, shape }) => `${dtype}[${shape}]`).join();
}
