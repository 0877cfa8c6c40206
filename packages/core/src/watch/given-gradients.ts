import type { NamedTensorMap, Tensor } from '@tensorflow/tfjs';

/** What `applyGradients` takes: a list where a list of variables was given, a map otherwise. A variable without a way to the loss has none. */
export type GivenGradients = readonly { readonly name: string; readonly tensor: Tensor | undefined }[] | NamedTensorMap;

/** A gradient by the name of its variable. */
export interface NamedGradient {
  readonly name: string;
  /** Undefined where the variable has no way to the loss. */
  readonly tensor: Tensor | undefined;
}

/** Both forms as a list. */
export const listGradients = (given: GivenGradients): readonly NamedGradient[] =>
  Array.isArray(given) ? given : Object.entries(given as NamedTensorMap).map(([name, tensor]) => ({ name, tensor }));

/** Others in their place, in the form in which they came: optimizers keep what belongs to a variable by its position. */
export const replaceGradients = (given: GivenGradients, tensors: readonly (Tensor | undefined)[]): GivenGradients => {
  const list = listGradients(given).map(({ name }, index) => ({ name, tensor: tensors[index] }));
  return Array.isArray(given) ? list : (Object.fromEntries(list.map(({ name, tensor }) => [name, tensor])) as NamedTensorMap);
};
