import type { DataId, Tensor } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** What was there before a function ran. */
export interface Traces {
  /** **Throws** CompileError, and frees the results, where the function did more than return them. */
  readonly assertNone: (results: readonly Tensor[]) => void;
}

/**
 * Looks for what a run leaves in JavaScript beside its results, and what a replay would therefore not do. Where
 * variables are state, assigning to them is what a replay does.
 */
export function watchTraces(tf: TensorFlow, mayAssign = false): Traces {
  const { state } = tf.engine();
  const tensorsBefore = state.numTensors;
  const variablesBefore = variableData(tf);
  return {
    assertNone: (results) => {
      const problem =
        created(variablesBefore, variableData(tf)) ??
        assigned(variablesBefore, variableData(tf), mayAssign) ??
        keptOrDisposed(state.numTensors - tensorsBefore - results.length);
      if (problem === null) return;
      tf.dispose([...results]);
      const advice = mayAssign
        ? 'do that outside, or once and for all in the first call'
        : 'return the new numbers, and do that outside; training steps over variables are for compileStep';
      throw new CompileError(`the compiled function ${problem}, which a replay would not do; ${advice}`);
    },
  };
}

type VariableData = ReadonlyMap<string, { readonly dataId: DataId; readonly isText: boolean }>;

function variableData(tf: TensorFlow): VariableData {
  const variables = Object.entries(tf.engine().registeredVariables);
  return new Map(variables.map(([name, { dataId, dtype }]) => [name, { dataId, isText: dtype === 'string' }]));
}

/** Text is never state: graphs hold numbers. */
function assigned(before: VariableData, after: VariableData, mayAssign: boolean): string | null {
  const changed = [...after].find(([name, { dataId, isText }]) => before.get(name)?.dataId !== dataId && (isText || !mayAssign));
  return changed === undefined ? null : `assigns to the variable "${changed[0]}"`;
}

function created(before: VariableData, after: VariableData): string | null {
  const name = [...after.keys()].find((one) => !before.has(one));
  return name === undefined ? null : `creates the variable "${name}"`;
}

function keptOrDisposed(surplus: number): string | null {
  if (surplus > 0) return `keeps ${surplus} tensor(s) beyond its results`;
  return surplus < 0 ? `disposes of ${-surplus} tensor(s) that it did not make` : null;
}
