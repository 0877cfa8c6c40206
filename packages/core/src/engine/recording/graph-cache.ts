import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';
import { createGraph, type Graph } from './graph.ts';
import type { Recording } from './graph-nodes.ts';
import { record } from './record.ts';
import { type Answer, runOnce } from './run-once.ts';

/** One combination of shapes and types: recorded, then a graph. */
interface Entry {
  readonly isOne: boolean;
  calls: number;
  state: { readonly kind: 'recorded'; readonly recording: Recording } | { readonly kind: 'graph'; readonly graph: Graph };
}

type Answering = (tensors: readonly Tensor[]) => unknown;

/** The graphs of one function, the one used last at the end. */
export class GraphCache {
  readonly #entries = new Map<string, Entry>();
  readonly #tf: TensorFlow;
  readonly #after: number;
  readonly #keep: number;

  constructor(tf: TensorFlow, { after, keep }: { readonly after: number; readonly keep: number }) {
    this.#tf = tf;
    this.#after = after;
    this.#keep = keep;
  }

  /** Answers by replay where that is possible, otherwise by running the function. */
  run(fn: Answering, tensors: readonly Tensor[]): Answer {
    const key = signature(tensors);
    const entry = this.#entries.get(key);
    if (entry === undefined) return this.#firstRun(key, fn, tensors);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    if (entry.calls < this.#after) {
      entry.calls += 1;
      return runOnce(this.#tf, fn, tensors);
    }
    return { results: this.#graphOf(entry).run(tensors), isOne: entry.isOne };
  }

  /** Deletes all graphs. */
  dispose(): void {
    for (const entry of this.#entries.values()) free(entry);
    this.#entries.clear();
  }

  #firstRun(key: string, fn: Answering, tensors: readonly Tensor[]): Answer {
    const { answer, recording } = record(this.#tf, fn, tensors);
    this.#entries.set(key, { isOne: answer.isOne, calls: 1, state: { kind: 'recorded', recording } });
    const [oldest] = this.#entries;
    if (this.#entries.size > this.#keep && oldest !== undefined) {
      free(oldest[1]);
      this.#entries.delete(oldest[0]);
    }
    return answer;
  }

  #graphOf(entry: Entry): Graph {
    if (entry.state.kind === 'recorded') entry.state = { kind: 'graph', graph: createGraph(this.#tf, entry.state.recording) };
    return entry.state.graph;
  }
}

function free({ state }: Entry): void {
  if (state.kind === 'graph') state.graph.dispose();
}

function signature(tensors: readonly Tensor[]): string {
  return tensors.map(({ dtype, shape }) => `${dtype}[${shape}]`).join();
}
