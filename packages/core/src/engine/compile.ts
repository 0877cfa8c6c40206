import type { Tensor } from '@tensorflow/tfjs';
import { assertCallable } from './assert-callable.ts';
import type { Engine } from './engine.ts';
import { GraphCache } from './recording/graph-cache.ts';
import { runOnce } from './recording/run-once.ts';

/** When to replay, and how much to remember. */
export interface CompileOptions {
  /** Calls with the same shapes that are answered one operation at a time before the graph is built. **Range** 1 … */
  readonly after?: number;
  /** Graphs kept, one per combination of shapes and types; the one not used for longest goes first. **Range** 1 … */
  readonly keep?: number;
}

/** A function of tensors that TensorFlow runs as one graph once it was called before with the same shapes. */
export interface Compiled<Arguments extends readonly Tensor[] = readonly Tensor[], Result = readonly Tensor[]> {
  (...tensors: Arguments): Result;
  /** Deletes its graphs. Called again, the function starts anew. */
  readonly dispose: () => void;
}

/**
 * Makes a function of tensors fast: the first call (or the last of as many as `after` says) answers and records, later calls with
 * the same shapes and types replay the record as one TensorFlow graph, bit for bit the same. On other engines every call simply runs `fn`.
 *
 * Every number that changes from call to call (seed, scale, rate) must be an argument: what else `fn` holds, it holds
 * for good. `fn` must not read tensors, keep or dispose of others than its own, or draw with `Math.random`. Its
 * intermediate tensors are freed, its results are new tensors that belong to the caller.
 * **Throws** CompileError on the call that is recorded where a replay could not repeat the answer, saying what to do instead.
 */
export function compile<Arguments extends readonly Tensor[], Result extends Tensor | readonly Tensor[]>(
  engine: Engine,
  fn: (...tensors: Arguments) => Result,
  { after = 1, keep = 32 }: CompileOptions = {},
): Compiled<Arguments, Result> {
  const graphs = new GraphCache(engine.tf, { after, keep });
  const answer = (tensors: readonly Tensor[]): Result => fn(...(tensors as unknown as Arguments));
  const call = (...tensors: Arguments): Result => {
    assertCallable(engine, fn, tensors);
    const { results, isOne } = engine.binding === null ? runOnce(engine.tf, answer, tensors) : graphs.run(answer, tensors);
    return (isOne ? results[0] : results) as Result;
  };
  return Object.assign(call, { dispose: () => graphs.dispose() });
}
