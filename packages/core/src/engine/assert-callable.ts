import { CompileError } from './compile-error.ts';
import type { Engine } from './engine.ts';
import { isRecording } from './recording/record.ts';

/** **Throws** CompileError where a compiled function cannot be called: on another engine, with what is no tensor, inside another one. */
export function assertCallable({ tf, name, binding }: Engine, fn: unknown, tensors: readonly unknown[]): void {
  if (tf.getBackend() !== name) {
    const current = tf.getBackend();
    throw new CompileError(
      `compiled for the engine "${name}", but "${current}" is the current one; call useEngine('${name}') first`,
    );
  }
  if (fn instanceof AsyncFunction)
    throw new CompileError('an async function cannot be compiled; await outside, and compile what happens between');
  const wrong = tensors.findIndex((tensor) => !(tensor instanceof tf.Tensor));
  if (wrong >= 0)
    throw new CompileError(`argument ${wrong + 1} of a compiled function is no tensor; wrap numbers in tf.scalar or tf.tensor`);
  if (binding !== null && isRecording(tf)) {
    throw new CompileError(
      'a compiled function was called inside another one that is being recorded; call the plain function there',
    );
  }
  if (tf.engine().state.gradientDepth > 0)
    throw new CompileError('a compiled function has no gradient; call tf.grads inside it, not around it');
}

const AsyncFunction = (async () => undefined).constructor as FunctionConstructor;
