import type { Architecture } from '../parts/architectures/architecture.ts';
import * as architectures from '../parts/architectures/index.ts';
import type { Experiment } from './experiment.ts';

/** Those that are built; those that are not yet take any key. */
const built: ReadonlyMap<string, Architecture> = new Map(
  Object.values<Architecture>(architectures).map((architecture) => [architecture.name, architecture]),
);

/** The keys that shape some architectures and not all. */
const special: ReadonlySet<string> = new Set([...built.values()].flatMap(({ takes }) => takes));

/** Whether a key means anything to an architecture. */
export const applies = (field: keyof Experiment, net: string): boolean => {
  const architecture = built.get(net);
  if (architecture === undefined) return true;
  const { takes, ignores = [] } = architecture;
  return !ignores.includes(field) && (takes.includes(field) || !special.has(field));
};

/** The architectures that a key means something to. */
export const netsTaking = (field: keyof Experiment): readonly string[] => [...built.keys()].filter((net) => applies(field, net));
