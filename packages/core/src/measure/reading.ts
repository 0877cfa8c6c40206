import type { Blueprint } from '../parts/blueprint.ts';
import type { Quantity } from '../parts/layers/stage.ts';

/** One number per network. */
export type PerNetwork = readonly number[];

/** What was observed at a row: for each quantity a list per number observed, such as one per weight matrix. */
export type Observations = Readonly<Partial<Record<Quantity, readonly PerNetwork[]>>>;

/** What was read back from a pass. */
export interface Reading {
  /** In the order of the report's rows. */
  readonly rows: readonly Observations[];
  /** Loss per network; null where the loss has none. */
  readonly loss: PerNetwork | null;
}

/** Readings of groups of networks as one, networks in order. */
export const joinReadings = (readings: readonly [Reading, ...Reading[]]): Reading => {
  const [first, ...others] = readings;
  const join = (
    mine: readonly PerNetwork[],
    theirs: (other: Reading) => readonly PerNetwork[] | undefined,
  ): readonly PerNetwork[] =>
    mine.map((list, position) => list.concat(...others.map((other) => theirs(other)?.[position] ?? [])));
  return {
    rows: first.rows.map((observations, row) =>
      mapQuantities(observations, (lists, quantity) => join(lists, ({ rows }) => rows[row]?.[quantity])),
    ),
    loss: first.loss === null ? null : first.loss.concat(...others.map(({ loss }) => loss ?? [])),
  };
};

const mapQuantities = (
  observations: Observations,
  map: (lists: readonly PerNetwork[], quantity: Quantity) => readonly PerNetwork[],
): Observations =>
  Object.fromEntries(Object.entries(observations).map(([quantity, lists]) => [quantity, map(lists, quantity as Quantity)]));

/** Nats to decades; null for a zero (−∞) and for what is not a number. */
export const toDecades = (nats: number): number | null => (Number.isFinite(nats) ? nats / Math.LN10 : null);

/** Examples × positions: the rows of a row's tensor. */
export const examplesAt = ({ rows, batch }: Blueprint, row: number): number => batch * (rows[row]?.positions ?? 1);

/** Examples × positions × units: the entries that one network has at a row. */
export const entriesPerNetwork = (blueprint: Blueprint, row: number): number =>
  examplesAt(blueprint, row) * (blueprint.rows[row]?.units ?? 0);

/** The same of a row's activation. */
export const activatedPerNetwork = (blueprint: Blueprint, row: number): number =>
  examplesAt(blueprint, row) * (blueprint.rows[row]?.activated ?? blueprint.rows[row]?.units ?? 0);

/** Mean squares below this lose digits in float32, whose squares underflow at 1e-38. */
const logSmallestSafeSquare = Math.log(1e-30);

/** Below this RMS entries may underflow float32 at 7e-46: one Gaussian entry in a billion is a billion times smaller. */
const logSmallestSafeSignal = Math.log(1e-36);

/** Whether a quick pass met numbers it cannot hold, so that a careful one has to look again. */
export const isSuspicious = (blueprint: Blueprint, { rows }: Reading): boolean =>
  rows.some((observed, row) => {
    const { logSignal, logNorm, logPreActivationNorm } = observed;
    const smallestSafeNorm = (logSmallestSafeSquare + Math.log(entriesPerNetwork(blueprint, row))) / 2;
    return (
      isBeyond(logSmallestSafeSignal, logSignal) ||
      isBeyond(smallestSafeNorm, logNorm, logPreActivationNorm) ||
      (!hasZeroWeights(observed) && areBranchesBeyond(observed, smallestSafeNorm))
    );
  });

/** Branches end in zeros by design, and are believed to, where they pass weights that are exactly zero. */
const hasZeroWeights = ({ logWeightNorm }: Observations): boolean =>
  logWeightNorm?.some((list) => list.includes(Number.NEGATIVE_INFINITY)) ?? false;

/** Whether a branch's term is too small for its squares: of a gradient, beside the skip path's, which shares its scale. */
const areBranchesBeyond = (
  { logBranchNorm, logBranchGradient, logSkipGradient }: Observations,
  smallestSafeNorm: number,
): boolean => {
  const beside = logBranchGradient?.map((list, branch) =>
    list.map((nats, network) => nats - (logSkipGradient?.[branch]?.[network] ?? Number.NaN)),
  );
  return isBeyond(smallestSafeNorm, logBranchNorm) || isBeyond(logSmallestSafeSquare / 2, beside);
};

/** Whether a logarithm lies below a limit, or is that of no finite number. */
const isBeyond = (limit: number, ...observed: readonly (readonly PerNetwork[] | undefined)[]): boolean =>
  observed.some((lists) => lists?.some((list) => list.some((nats) => !(nats > limit && nats < Number.POSITIVE_INFINITY))));
