import type { Variable } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';
import { nativeBackend } from '../recording/native-backend.ts';
import { copyOf } from '../recording/record.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** All registered variables of numbers, each with data of its own, uploaded: what is read inside is told by its data. */
export function separateVariables(tf: TensorFlow): readonly Variable[] {
  const backend = nativeBackend(tf);
  const variables = Object.values(tf.engine().registeredVariables).filter(({ dtype }) => dtype !== 'string');
  assertOneTensorFlow(tf, variables);
  backend.getInputTensorIds(variables);
  tf.tidy(() => {
    for (const variable of variables) {
      if (backend.tensorMap.get(variable.dataId).refCount > 1) variable.assign(copyOf(backend, variable));
    }
  });
  return variables;
}

/** **Throws** CompileError for models of another copy of TensorFlow.js, whose optimizers could not be watched. */
function assertOneTensorFlow(tf: TensorFlow, variables: readonly Variable[]): void {
  const foreign = variables.find((variable) => Object.getPrototypeOf(variable) !== tf.Variable.prototype);
  if (foreign === undefined) return;
  throw new CompileError(
    `the variable "${foreign.name}" was made by another copy of TensorFlow.js than the engine's; make models, optimizers and tensors with engine.tf, or install one version of @tensorflow/tfjs`,
  );
}
