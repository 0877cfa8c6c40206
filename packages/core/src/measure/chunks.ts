import type { Blueprint } from '../parts/blueprint.ts';

/** Bytes of tensors that one pass may hold; more networks than fit are measured one group after another. */
const bytesPerPass = 768 * 2 ** 20;

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

/** What the tensors of one network take. **Unit** bytes. */
export const bytesPerNetwork = ({ size, batch }: Blueprint): number => 4 * (size.weights + batch * size.kept);
