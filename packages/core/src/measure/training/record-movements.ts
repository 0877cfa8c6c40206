import { summarise } from '../../numbers/statistics.ts';
import type { Blueprint } from '../../parts/blueprint.ts';
import type { Movement } from './training-record.ts';

/** A share of its size by which a layer has begun to learn. */
const learned = 0.01;

/** Looks again and again how far each row's weights have gone. */
export const recordMovements = ({ rows }: Blueprint, parameterRows: readonly (number | null)[]) => {
  const shares: (number | null)[] = rows.map(() => null);
  const learnedAt: (number | null)[] = rows.map(() => null);
  return {
    /** `moved`: ‖w − w₀‖ / ‖w₀‖ of each parameter, per network. */
    look: (step: number, moved: readonly (readonly number[])[]): void => {
      for (const row of rows.keys()) {
        // the first matrix stands for the row: what follows it in a block may start at zero
        const own = moved[parameterRows.indexOf(row)] ?? [];
        const decades = summarise(own.map((share) => (share > 0 && Number.isFinite(share) ? Math.log10(share) : null))).mean;
        const share = decades === null ? (own.some((one) => one === 0) ? 0 : null) : 10 ** decades;
        shares[row] = share;
        if (share !== null && share >= learned) learnedAt[row] ??= step;
      }
    },
    all: (): readonly Movement[] =>
      rows.map(({ name }, row) => ({ name, share: shares[row] ?? null, learnedAt: learnedAt[row] ?? null })),
  };
};
