import type { Optimizer, Variable } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.ts';

/** A number or a switch that an optimizer keeps in JavaScript: learning rate, decay, epsilon, Nesterov's form. */
export interface OptimizerNumber {
  readonly optimizer: Optimizer;
  readonly name: string;
}

/** Forms in which the formulas of TensorFlow.js take their numbers. */
export const numberForms = {
  itself: (value: number): number => value,
  negative: (value: number): number => -value,
  rest: (value: number): number => 1 - value,
} as const;

/** One of those forms. */
export type NumberForm = keyof typeof numberForms;

/** All numbers of an optimizer by name, but its count of steps, which no formula takes. */
export function numbersOf(optimizer: Optimizer): Readonly<Record<string, number | boolean>> {
  const isNumber = ([name, value]: readonly [string, unknown]): boolean =>
    (typeof value === 'number' || typeof value === 'boolean') && name !== 'iterations_';
  return Object.fromEntries(Object.entries(optimizer).filter(isNumber)) as Record<string, number | boolean>;
}

/** The tensor property of an optimizer that shares these numbers; null where it has none. */
export function propertyWith(tf: TensorFlow, optimizers: Iterable<Optimizer>, dataId: object): OptimizerNumber | null {
  for (const optimizer of optimizers) {
    for (const [name, value] of Object.entries(optimizer) as readonly (readonly [string, unknown])[]) {
      if (value instanceof tf.Tensor && value.dataId === dataId) return { optimizer, name };
    }
  }
  return null;
}

/** The variables that an optimizer keeps, in their order: of its own, and in lists as `{ variable }`. */
export function slotsOf(tf: TensorFlow, optimizer: Optimizer): readonly Variable[] {
  const kept = (Object.values(optimizer) as readonly unknown[]).flatMap((value) =>
    Array.isArray(value) ? (value as readonly unknown[]).map(variableIn) : [value],
  );
  return kept.filter((value): value is Variable => value instanceof tf.Variable);
}

function variableIn(slot: unknown): unknown {
  return typeof slot === 'object' && slot !== null ? Reflect.get(slot, 'variable') : null;
}

/** The optimizers that a run applies, in order, once for each time. */
export interface OptimizerWatch {
  readonly applied: readonly Optimizer[];
  readonly stop: () => void;
}

/** The method by which each optimizer of TensorFlow.js ends `applyGradients`; protected there. */
interface Counting {
  incrementIterations: () => void;
}

/** Watches which optimizers are applied until `stop` is called. */
export function watchOptimizers(tf: TensorFlow): OptimizerWatch {
  const prototype = tf.Optimizer.prototype as unknown as Counting;
  const { incrementIterations } = prototype;
  const applied: Optimizer[] = [];
  prototype.incrementIterations = function (this: Optimizer): void {
    applied.push(this);
    incrementIterations.call(this);
  };
  return {
    applied,
    stop: () => {
      prototype.incrementIterations = incrementIterations;
    },
  };
}

/** Counts a step of an optimizer that a graph took, or, with −1, takes one back. */
export function countStep(optimizer: Optimizer, by: 1 | -1): void {
  const counting = optimizer as unknown as { iterations_: number | undefined };
  counting.iterations_ = optimizer.iterations + by;
}
