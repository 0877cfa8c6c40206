import type { Blueprint } from '../../parts/blueprint.ts';
import type { Owner } from './trained-networks.ts';

/** A row of the report that has weights of its own. */
export interface OwnedRow {
  /** Counted from 0. */
  readonly row: number;
  /** Its name, or `all steps` where weights are shared. */
  readonly name: string;
}

/** The rows that have weights of their own, first layer first. */
export const ownedRows = ({ rows }: Blueprint, owners: readonly (Owner | null)[]): readonly OwnedRow[] =>
  rows.flatMap(({ name }, row) => {
    const owner = owners.find((one) => one?.row === row);
    return owner === undefined || owner === null ? [] : [{ row, name: owner.sharedBy ?? name }];
  });
