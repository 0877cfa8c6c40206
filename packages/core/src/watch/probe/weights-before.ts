import type { Variable } from '@tensorflow/tfjs';
import type { TapeNode } from './tape.ts';

/** The variables that each of some tensors is made of, past no other of them: the weights of a tap, where nobody says which. */
export const weightsBefore = (
  tape: readonly TapeNode[],
  variables: readonly Variable[],
  tapped: ReadonlySet<number>,
): ReadonlyMap<number, readonly Variable[]> => {
  const arriving = new Map<number, ReadonlySet<Variable>>(variables.map((variable) => [variable.id, new Set([variable])]));
  const found = new Map<number, readonly Variable[]>();
  for (const { inputs, outputs } of tape) {
    const all = new Set(Object.values(inputs).flatMap(({ id }) => [...(arriving.get(id) ?? [])]));
    for (const { id } of outputs) {
      if (tapped.has(id)) found.set(id, [...all]);
      arriving.set(id, tapped.has(id) ? new Set() : all);
    }
  }
  return found;
};
