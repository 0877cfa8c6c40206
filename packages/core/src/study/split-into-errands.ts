import type { Experiment } from '../experiment/experiment.ts';
import { structureOf } from '../experiment/structure.ts';
import { inParts } from '../numbers/in-parts.ts';

/** Networks of one errand: a row of a map, so that a picture grows while the next ones are measured, and all hands have some. */
const mostNetworks = 64;

/**
 * Networks by position, in errands: those that differ in their scales alone go together, since they can be measured side by side;
 * a training, and what has nobody of its kind, goes alone.
 */
export const splitIntoErrands = (experiments: readonly Experiment[]): readonly (readonly number[])[] => {
  const alike = new Map<string, number[]>();
  experiments.forEach((experiment, position) => {
    const key = experiment.train > 0 ? String(position) : structureOf(experiment);
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [position]);
    else known.push(position);
  });
  return [...alike.values()].flatMap((positions) => {
    const { seeds = 1 } = experiments[positions[0] ?? 0] ?? {};
    return inParts(positions, Math.ceil((positions.length * seeds) / mostNetworks));
  });
};
