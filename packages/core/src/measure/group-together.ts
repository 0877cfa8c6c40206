import { inParts } from '../numbers/in-parts.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import { bytesPerNetwork } from './chunks.ts';
import { structureOf, type Together } from './compiled-passes.ts';

/** Networks of several blueprints in one pass. Measured with 10 and 50 layers of 128 units: 32 are fastest, 64 no faster. */
const mostNetworks = 32;
/** Bytes of their tensors. */
const mostBytes = 192 * 2 ** 20;

/**
 * Blueprints in groups that pass together: of one structure, one first seed, and one size, so that every group repeats the graph
 * of the first.
 */
export const groupTogether = (blueprints: readonly Blueprint[]): readonly Together[] => {
  const alike = new Map<string, Blueprint[]>();
  for (const blueprint of blueprints) {
    const key = `${blueprint.firstSeed} ${structureOf(blueprint)}`;
    alike.set(key, [...(alike.get(key) ?? []), blueprint]);
  }
  return [...alike.values()].flatMap(intoGroups);
};

const intoGroups = (blueprints: readonly Blueprint[]): readonly Together[] => {
  const [first] = blueprints;
  if (first === undefined) return [];
  const fitting = Math.min(mostNetworks, mostBytes / bytesPerNetwork(first));
  const most = Math.max(1, Math.floor(fitting / first.seeds));
  return inParts(blueprints, Math.ceil(blueprints.length / most)) as unknown as readonly Together[];
};
