import type { Optimizer, Tensor, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';
import { type DrawLaw, drawFrom } from './draw-law.ts';
import { type NumberForm, numberForms, numbersOf, type OptimizerNumber } from './optimizer-numbers.ts';

/** Where an input of a step's graph comes from, each time anew. */
export type Source =
  | { readonly kind: 'argument'; readonly index: number }
  | { readonly kind: 'variable'; readonly variable: Variable }
  /** A tensor that an optimizer holds, such as the negative learning rate of `sgd`. */
  | { readonly kind: 'property'; readonly optimizer: Optimizer; readonly name: string }
  /** A number of an optimizer, such as the learning rate of `adam`, in one of the forms in which its formula takes it. */
  | { readonly kind: 'number'; readonly number: OptimizerNumber; readonly form: NumberForm }
  /** Random numbers of TensorFlow.js, as dropout draws them. */
  | { readonly kind: 'draw'; readonly law: DrawLaw; readonly shape: readonly number[] };

/** The tensor of the moment. What it makes is made under the caller's `tidy`. */
export function tensorOf(tf: TensorFlow, source: Source, args: readonly Tensor[]): Tensor {
  switch (source.kind) {
    case 'argument':
      return args[source.index] as Tensor;
    case 'variable':
      return source.variable;
    case 'property':
      return Reflect.get(source.optimizer, source.name) as Tensor;
    case 'number': {
      const { optimizer, name } = source.number;
      return tf.scalar(numberForms[source.form](Number(numbersOf(optimizer)[name])));
    }
    case 'draw':
      return drawFrom(tf, source.law, source.shape);
    default:
      return source satisfies never;
  }
}

/** Whether two inputs come from the same place. */
export function isSameSource(one: Source, other: Source): boolean {
  if (one.kind === 'draw') return JSON.stringify(one) === JSON.stringify(other);
  const entries = Object.entries(one) as readonly (readonly [keyof Source, unknown])[];
  return entries.every(([key, value]) => value === other[key]);
}

/** Whether the tensor of an optimizer is still there. */
export function isSourceAlive(tf: TensorFlow, source: Source): boolean {
  if (source.kind !== 'property') return true;
  const tensor: unknown = Reflect.get(source.optimizer, source.name);
  return tensor instanceof tf.Tensor && !tensor.isDisposed;
}
