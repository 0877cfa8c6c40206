import type { Tensor } from '@tensorflow/tfjs';
import type { Answer } from '../recording/run-once.ts';
import type { TensorFlow } from '../tensorflow.ts';
import { numbersOf, type OptimizerNumber, slotsOf } from './optimizer-numbers.ts';
import { type Reconciled, reconcile } from './reconcile.ts';
import type { RecordedStep, StepRecording } from './record-step.ts';
import { haveSameEntries } from './same-entries.ts';
import { isSourceAlive } from './source.ts';
import { createStepGraph, type StepGraph } from './step-graph.ts';

/** From this many replays on, and at every doubling, one step is recorded again and compared. */
const firstCheck = 16;

/** The graph of a step for one combination of shapes: recorded, recorded again and compared, then replayed. */
export class StepEntry {
  readonly #tf: TensorFlow;
  #recording: StepRecording | null = null;
  #isOne = true;
  /** The call that was recorded last. */
  #call = 0;
  #isConfirmed = false;
  #following: Reconciled['following'] = new Map();
  #free: readonly OptimizerNumber[] = [];
  #graph: StepGraph | null = null;
  #replays = 0;

  constructor(tf: TensorFlow) {
    this.#tf = tf;
  }

  /** The step by replay; null where it has to be recorded, for the first time, again, or for a check. */
  replay(args: readonly Tensor[]): Answer | null {
    const recording = this.#recording;
    if (recording === null || !this.#isConfirmed || !this.#holdsNumbers(recording)) return null;
    this.#replays += 1;
    if (isCheckDue(this.#replays)) return null;
    this.#graph ??= createStepGraph(this.#tf, recording, this.#following);
    return { results: this.#graph.run(args), isOne: this.#isOne };
  }

  /** Learns from one more recording. **Throws** CompileError, and forgets all, where it contradicts the one before. */
  take({ recording, answer }: RecordedStep, call: number): void {
    try {
      if (this.#recording !== null) this.#compare(this.#recording, recording, call);
    } catch (error) {
      this.dispose();
      throw error;
    }
    this.#recording = recording;
    this.#isOne = answer.isOne;
    this.#call = call;
  }

  /** Whether what it was recorded with is gone, or trained no more; it then starts anew. */
  forgetStale(): boolean {
    const isStale = this.#recording !== null && !isAlive(this.#tf, this.#recording);
    if (isStale) this.dispose();
    return isStale;
  }

  /** Deletes the graph and forgets the recording. */
  dispose(): void {
    this.#graph?.dispose();
    this.#graph = null;
    this.#recording = null;
    this.#isConfirmed = false;
    this.#following = new Map();
    this.#free = [];
    this.#replays = 0;
  }

  #compare(before: StepRecording, recording: StepRecording, call: number): void {
    const { following, free } = reconcile(before, recording, [this.#call, call]);
    const isNew = [...following.keys()].some((name) => !this.#following.has(name));
    const isHeld = !this.#holdsNumbers(before);
    this.#following = new Map([...this.#following, ...following]);
    this.#free = [...this.#free, ...free];
    this.#isConfirmed = true;
    // the old graph may hold numbers that have changed
    if (!isNew && !isHeld) return;
    this.#graph?.dispose();
    this.#graph = null;
  }

  /** Whether every number that the graph holds is still what it was. */
  #holdsNumbers({ numbers }: StepRecording): boolean {
    for (const [optimizer, held] of numbers) {
      const now = numbersOf(optimizer);
      for (const name of Object.keys(now)) {
        const isFree = this.#free.some((one) => one.optimizer === optimizer && one.name === name);
        if (!isFree && now[name] !== held[name]) return false;
      }
    }
    return true;
  }
}

/** Whether variables and what optimizers keep are the ones that were recorded, as trainable as they were. */
function isAlive(tf: TensorFlow, { trainable, assigned, sources, slots }: StepRecording): boolean {
  // weights given to an optimizer become slots of their own, beside the old ones
  for (const [optimizer, kept] of slots) if (!haveSameEntries(slotsOf(tf, optimizer), kept)) return false;
  for (const [variable, was] of trainable) if (variable.isDisposed || variable.trainable !== was) return false;
  return !assigned.some(({ isDisposed }) => isDisposed) && sources.every((source) => isSourceAlive(tf, source));
}

function isCheckDue(replays: number): boolean {
  return replays >= firstCheck && (replays & (replays - 1)) === 0;
}
