import { summarise } from '../../numbers/statistics.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import { ownedRows } from './owned-rows.ts';
import type { Owner } from './trained-networks.ts';
import type { Movement } from './training-record.ts';

/** A share of its size by which a layer has begun to learn. */
const learned = 0.01;

/** Looks again and again how far the weights of each row that has weights of its own have gone. */
export const recordMovements = (blueprint: Blueprint, owners: readonly (Owner | null)[]) => {
  const owned = owners.filter((owner) => owner !== null);
  const movements: Movement[] = ownedRows(blueprint, owners).map((own) => ({ ...own, share: null, learnedAt: null }));
  return {
    /** `moved`: ‖w − w₀‖ / ‖w₀‖ of each parameter that has an owner, per network. */
    look: (step: number, moved: readonly (readonly number[])[]): void => {
      for (const [position, movement] of movements.entries()) {
        // the first matrix stands for the row: what follows it in a block may start at zero
        const share = geometricMean(moved[owned.findIndex((owner) => owner.row === movement.row)] ?? []);
        const hasLearned = share !== null && share >= learned;
        movements[position] = { ...movement, share, learnedAt: movement.learnedAt ?? (hasLearned ? step : null) };
      }
    },
    all: (): readonly Movement[] => movements,
  };
};

/** Zero where nothing moved, null where no share is a number. */
const geometricMean = (shares: readonly number[]): number | null => {
  const decades = summarise(shares.map((share) => (share > 0 && Number.isFinite(share) ? Math.log10(share) : null))).mean;
  if (decades !== null) return 10 ** decades;
  return shares.some((share) => share === 0) ? 0 : null;
};
