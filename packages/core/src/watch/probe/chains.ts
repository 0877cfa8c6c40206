import type { TapeNode } from './tape.ts';

/** Rows of a report, by their positions in it, from an input to an output. */
export type Chain = readonly number[];

/** Which rows stand directly before which: for each row those whose outputs reach it past no other. */
export const rowsBefore = (
  tape: readonly TapeNode[],
  rowOf: ReadonlyMap<number, number>,
  count: number,
): readonly ReadonlySet<number>[] => {
  const before = Array.from({ length: count }, () => new Set<number>());
  const nearest = new Map<number, ReadonlySet<number>>();
  for (const { inputs, outputs } of tape) {
    const arriving = new Set(Object.values(inputs).flatMap(({ id }) => [...(nearest.get(id) ?? [])]));
    for (const { id } of outputs) nearest.set(id, pass(arriving, rowOf.get(id), before));
  }
  return before;
};

/** What stands before whatever comes next: the row that is passed, or else what arrived. */
const pass = (arriving: ReadonlySet<number>, row: number | undefined, before: readonly Set<number>[]): ReadonlySet<number> => {
  if (row === undefined) return arriving;
  for (const other of arriving) if (other !== row) before[row]?.add(other);
  return new Set([row]);
};

/** The longest way through every row that no longer one leads through, longest first. Rows are in the order of a pass. */
export const chainsThrough = (before: readonly ReadonlySet<number>[]): readonly Chain[] => {
  const rows = before.map((_, row) => row);
  const after = rows.map((row) => new Set(rows.filter((other) => before[other]?.has(row))));
  const [towards, onwards] = [longest(before, rows), longest(after, [...rows].reverse())];
  const lengthThrough = (row: number): number => (towards[row]?.length ?? 0) + (onwards[row]?.length ?? 0);
  const covered = new Set<number>();
  const chains: Chain[] = [];
  for (const row of [...rows].sort((one, other) => lengthThrough(other) - lengthThrough(one) || one - other)) {
    if (covered.has(row)) continue;
    const chain = [...(towards[row] ?? []), ...[...(onwards[row] ?? [])].reverse().slice(1)];
    for (const passed of chain) covered.add(passed);
    chains.push(chain);
  }
  return chains;
};

/** For each row the longest way that ends in it. */
const longest = (before: readonly ReadonlySet<number>[], inOrder: readonly number[]): readonly Chain[] => {
  const ways: Chain[] = before.map(() => []);
  for (const row of inOrder) {
    const best = [...(before[row] ?? [])].reduce<Chain>((way, other) => {
      const candidate = ways[other] ?? [];
      return candidate.length > way.length ? candidate : way;
    }, []);
    ways[row] = [...best, row];
  }
  return ways;
};
