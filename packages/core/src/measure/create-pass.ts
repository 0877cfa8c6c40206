import type { Engine } from '../engine/engine.ts';
import { euclideanNorm } from '../engine/euclidean-norm.ts';
import { createShared } from '../parts/layers/shared.ts';
import type { Parameter, ParameterRequest, Pass } from '../parts/layers/stage.ts';

/** A pass over freshly drawn networks, quick and observed by nobody, unless something else is said. */
export const createPass = (engine: Engine, said: Pick<Pass, 'random' | 'seeds'> & Partial<Pass>): Pass => ({
  tf: engine.tf,
  norm: (x) => euclideanNorm(engine, x),
  common: { random: said.random, seeds: said.seeds },
  isCareful: false,
  isTraining: false,
  parameter: drawParameter,
  shared: createShared(),
  optimizerStep: null,
  observe: () => undefined,
  ...said,
});

/** A parameter as a measurement has it: drawn for this pass alone, and taught nothing. */
const drawParameter = ({ draw, scale }: ParameterRequest): Parameter => {
  const drawn = draw();
  return { draw: drawn, scale: scale(drawn), learn: () => undefined, learnProduct: () => undefined };
};
