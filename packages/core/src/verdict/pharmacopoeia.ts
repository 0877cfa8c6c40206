import { design } from '../experiment/design.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Pharmacopoeia } from '../parts/remedies/remedy.ts';
import { stableCriticalPoint } from '../theory/critical-line.ts';

/** What theory tells a remedy about a network. */
export const pharmacopoeiaFor = (experiment: Experiment): Pharmacopoeia => {
  const { activation, input = 0 } = design(experiment).recursion ?? {};
  return {
    criticalPoint: () => {
      // inputs that come anew with every row act as biases do
      const point = activation === undefined ? null : stableCriticalPoint(activation, experiment.bias + input);
      return point === null || point.bias < input ? null : { ...point, bias: point.bias - input };
    },
  };
};
