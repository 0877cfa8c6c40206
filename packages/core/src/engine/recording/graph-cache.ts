import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';
import { createGraph, type Graph } from './graph.ts';
import type { Recording } from './graph-nodes.ts';
import { record } from './record.ts';
import { type Answer, runOnce } from './run-once.ts';

/** One combination of shapes and types: seen, then recorded, then a graph. */
interface Entry {
  isOne: boolean;
  calls: number;
  state:
    | { readonly kind: 'seen' }
    | { readonly kind: 'recorded'; readonly recording: Recording }
    | { readonly kind: 'graph'; readonly graph: Graph };
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
    const entry = this.#entryOf(signature(tensors));
    entry.calls += 1;
    // writing the operations down costs a quarter of what they do: the last call before the graph is soon enough
    if (entry.calls < this.#after) return runOnce(this.#tf, fn, tensors);
    if (entry.state.kind === 'seen') return this.#record(entry, fn, tensors);
    return { results: this.#graphOf(entry, entry.state).run(tensors), isOne: entry.isOne };
  }

  /** Deletes all graphs. */
  dispose(): void {
    for (const entry of this.#entries.values()) free(entry);
    this.#entries.clear();
  }

  /** The entry of a combination, used last from now on. */
  #entryOf(key: string): Entry {
    const entry: Entry = this.#entries.get(key) ?? { isOne: true, calls: 0, state: { kind: 'seen' } };
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    const [oldest] = this.#entries;
    if (this.#entries.size > this.#keep && oldest !== undefined) {
      free(oldest[1]);
      this.#entries.delete(oldest[0]);
    }
    return entry;
  }

  #record(entry: Entry, fn: Answering, tensors: readonly Tensor[]): Answer {
    const { answer, recording } = record(this.#tf, fn, tensors);
    entry.isOne = answer.isOne;
    entry.state = { kind: 'recorded', recording };
    return answer;
  }

  #graphOf(entry: Entry, state: Exclude<Entry['state'], { readonly kind: 'seen' }>): Graph {
    if (state.kind === 'graph') return state.graph;
    const graph = createGraph(this.#tf, state.recording);
    entry.state = { kind: 'graph', graph };
    return graph;
  }
}

function free({ state }: Entry): void {
  if (state.kind === 'graph') state.graph.dispose();
}

function signature(tensors: readonly Tensor[]): string {
  return tensors.map(({ dtype, shape }) => `${dtype}[${shape}]`).join();
}
