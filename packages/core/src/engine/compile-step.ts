import type { Tensor } from '@tensorflow/tfjs';
import { assertCallable } from './assert-callable.ts';
import { CompileError } from './compile-error.ts';
import type { Engine } from './engine.ts';
import { runOnce } from './recording/run-once.ts';
import { StepCache } from './stepping/step-cache.ts';

/** How much to remember. */
export interface CompileStepOptions {
  /** Graphs kept, one per combination of shapes and types; the one not used for longest goes first. **Range** 1 … */
  readonly keep?: number;
}

/** A training step that TensorFlow runs as one graph once it knows it. */
export interface CompiledStep<Arguments extends readonly Tensor[] = readonly Tensor[], Result = Tensor> {
  (...tensors: Arguments): Result;
  /** Deletes its graphs. Called again, the step starts anew: do so after changing something else that it closes over. */
  readonly dispose: () => void;
}

/** What a training step may return. */
// biome-ignore lint/suspicious/noConfusingVoidType: a step that returns nothing is a function of type void
export type StepResult = Tensor | readonly Tensor[] | null | undefined | void;

/**
 * Makes a training step fast: `optimizer.minimize(…)`, or a loop of one's own over `tf.variableGrads` and `assign`. Its state is the
 * variables that it reads or assigns (weights, slots of optimizers, moving statistics), which are found, read and assigned each time.
 *
 * The first call runs the step as it is, since it may make slots and weights. The next two with the same shapes and types run it
 * too, write it down, and are compared; from then on TensorFlow replays the record as one graph, bit for bit the same. At the
 * 16th, 32nd, 64th … replay the step is run and compared once more. On other engines every call simply runs it.
 *
 * What changes from step to step is a variable, an argument, or a number of an optimizer (`learningRate`, `setLearningRate`), which
 * replays follow. Dropout, noise layers, `tf.randomUniform` and `tf.randomNormal` without a seed draw anew each time, from `Math.random` as
 * TensorFlow.js does. What else the step closes over is held as it was recorded, and JavaScript inside (counters, logging) runs only where
 * the step is run. Refused, by the call that would record it, with variables as they were before it: reading numbers (`dataSync`, `await`),
 * numbers and operations that change from call to call, tensors from outside that are no variables, variables made after the first call,
 * stateful recurrent layers, other random draws, shapes that depend on numbers.
 * **Throws** CompileError, saying what it met and what to do instead.
 */
export function compileStep<Arguments extends readonly Tensor[], Result extends StepResult>(
  engine: Engine,
  step: (...tensors: Arguments) => Result,
  { keep = 32 }: CompileStepOptions = {},
): CompiledStep<Arguments, Result> {
  const { tf, binding } = engine;
  const run = (tensors: readonly Tensor[]): Result => step(...(tensors as unknown as Arguments));
  const cache = new StepCache(tf, run, keep);
  const call = (...tensors: Arguments): Result => {
    assertCallable(engine, step, tensors);
    assertNoVariable(engine, tensors);
    const { results, isOne } = binding === null ? runOnce(tf, run, tensors, true) : cache.run(tensors);
    return (isOne ? (results[0] ?? null) : results) as Result;
  };
  return Object.assign(call, { dispose: () => cache.dispose() });
}

/** **Throws** CompileError where an argument is state. */
function assertNoVariable({ tf }: Engine, tensors: readonly Tensor[]): void {
  const variable = tensors.findIndex((tensor) => tensor instanceof tf.Variable);
  if (variable < 0) return;
  throw new CompileError(
    `argument ${variable + 1} of a compiled step is a variable; let the step close over its variables, which are found where they are read or assigned`,
  );
}
