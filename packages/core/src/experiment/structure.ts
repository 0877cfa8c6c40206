import type { Experiment } from './experiment.ts';
import { keys } from './keys.ts';

const shaping = keys.filter(({ isScale }) => isScale !== true);

/** What decides about the graph of a network, and not about its numbers: equal for networks that can be measured side by side. */
export const structureOf = (experiment: Experiment): string => JSON.stringify(shaping.map(({ field }) => experiment[field]));
