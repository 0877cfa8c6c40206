import type { Tensor } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** What a function of tensors gave back. */
export interface Answer {
  readonly results: readonly Tensor[];
  /** Whether it was one tensor, or nothing, rather than a list. */
  readonly isOne: boolean;
}

/** Runs a function and frees everything but its results, which are new tensors: never an argument or a variable, never the same one twice. */
export function runOnce(
  tf: TensorFlow,
  fn: (tensors: readonly Tensor[]) => unknown,
  tensors: readonly Tensor[],
  mayBeEmpty = false,
): Answer {
  let isOne = true;
  const results = tf.tidy(() => {
    const answer = fn(tensors);
    isOne = !Array.isArray(answer);
    if (mayBeEmpty && (answer ?? null) === null) return [];
    const answers = isOne ? [answer] : (answer as readonly unknown[]);
    if (answers.length === 0 && !mayBeEmpty) throw new CompileError(noTensor(undefined));
    return newTensors(tf, answers, tensors);
  });
  return { results, isOne };
}

/** The tensors themselves where they are new and not repeated, otherwise clones. **Throws** CompileError where something is no tensor. */
function newTensors(tf: TensorFlow, answers: readonly unknown[], old: readonly Tensor[]): Tensor[] {
  const seen = new Set<Tensor>(old);
  return answers.map((answer) => {
    if (!(answer instanceof tf.Tensor)) throw new CompileError(noTensor(answer));
    if (seen.has(answer) || answer instanceof tf.Variable) return answer.clone();
    seen.add(answer);
    return answer;
  });
}

function noTensor(answer: unknown): string {
  if (!(answer instanceof Promise))
    return `the compiled function returns ${describe(answer)}; return a tensor or a list of tensors`;
  // its own failure has nobody left to tell
  answer.catch(() => undefined);
  return 'the compiled function returns a promise; await outside, and compile what happens between';
}

function describe(value: unknown): string {
  return value === undefined ? 'nothing' : `${typeof value} ${String(value)}`;
}
