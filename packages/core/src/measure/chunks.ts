import type { Blueprint } from '../parts/blueprint.ts';

/** Bytes of tensors that one pass may hold; more networks than fit are measured one group after another. */
const bytesPerPass = 768 * 2 ** 20;

/** Tensors of the size of a layer's pre-activations that live until the pass ends: z, φ, φ′ and what statistics need. */
const activationsKept = 6;

/** A stretch of networks, by number. */
export interface Chunk {
  readonly firstSeed: number;
  readonly seeds: number;
}

/**
 * Splits the networks of a blueprint into groups that fit into memory. Networks are drawn by number, so the groups
 * hold exactly the networks that one large pass would.
 */
export const chunks = (blueprint: Blueprint): readonly Chunk[] => {
  const { seeds, firstSeed } = blueprint;
  const fitting = Math.max(1, Math.floor(bytesPerPass / bytesPerNetwork(blueprint)));
  const perPass = Math.ceil(seeds / Math.ceil(seeds / fitting));
  return Array.from({ length: Math.ceil(seeds / perPass) }, (_, index) => ({
    firstSeed: firstSeed + index * perPass,
    seeds: Math.min(perPass, seeds - index * perPass),
  }));
};

const bytesPerNetwork = ({ rows, batch, features }: Blueprint): number => {
  let fanIn = features;
  let entries = 0;
  for (const { units } of rows) {
    entries += fanIn * units + activationsKept * batch * units;
    fanIn = units;
  }
  return 4 * entries;
};
