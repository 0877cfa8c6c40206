import * as architectures from '../parts/architectures/index.ts';
import type { Experiment } from './experiment.ts';

/** The keys that shape some architectures and not all, by architecture. Those that are not built yet take any. */
const takes: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(architectures).map((architecture) => [architecture.name, architecture.takes]),
);

const special: ReadonlySet<string> = new Set([...takes.values()].flat());

/** Whether a key means anything to an architecture. */
export const applies = (field: keyof Experiment, net: string): boolean =>
  !special.has(field) || (takes.get(net)?.includes(field) ?? true);

/** The architectures that a key means something to. */
export const netsTaking = (field: keyof Experiment): readonly string[] =>
  [...takes].flatMap(([net, fields]) => (fields.includes(field) ? [net] : []));
