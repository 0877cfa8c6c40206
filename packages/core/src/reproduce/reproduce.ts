import type { Engine } from '../engine/index.ts';
import { createMeasurer } from '../measure/measurer.ts';
import type { Claim, RunnableClaim } from './claim.ts';
import * as shelf from './claims/index.ts';
import { laboratoryOn } from './laboratory.ts';
import { decide, type Outcome } from './outcome.ts';

/** One line of the answer: a number of a claim, and whether it came out. Stable shape, version 1. */
export interface ReproductionRow extends Claim, Outcome {}

/** Which claims, and on what. */
export interface ReproduceOptions {
  readonly engine: Engine;
  /** Ids in any case; all claims when left out. */
  readonly ids?: readonly string[];
  /** Called before each claim. */
  readonly onProgress?: (progress: ReproduceProgress) => void;
  /** Ends the work between two groups of networks. */
  readonly signal?: AbortSignal;
}

/** Where a reproduction stands. */
export interface ReproduceProgress {
  /** The claim about to be reproduced. */
  readonly claim: Claim;
  /** How many claims are done. */
  readonly done: number;
  readonly count: number;
}

const runnable: readonly RunnableClaim[] = Object.values(shelf).sort((one, other) => (one.id < other.id ? -1 : 1));

/** Every published result that can be reproduced, by id. */
export const claims: readonly Claim[] = runnable;

/**
 * Reproduces published results, claim by claim.
 *
 * **Throws** RangeError for an id that is not on the shelf; the signal's reason where it ends the work.
 */
export async function* reproduce(options: ReproduceOptions): AsyncGenerator<ReproductionRow, void, undefined> {
  const { engine, ids, onProgress, signal } = options;
  const chosen = ids === undefined ? runnable : ids.map(findClaim);
  const measurer = createMeasurer(engine);
  const laboratory = laboratoryOn(engine, measurer, signal);
  try {
    for (const [done, claim] of chosen.entries()) {
      signal?.throwIfAborted();
      onProgress?.({ claim, done, count: chosen.length });
      const comparisons = await claim.run(laboratory);
      yield* comparisons.map((comparison) => rowOf(claim, comparison));
    }
  } finally {
    measurer.dispose();
  }
}

const findClaim = (id: string): RunnableClaim => {
  const found = runnable.find((claim) => claim.id === id.trim().toUpperCase());
  if (found !== undefined) return found;
  throw new RangeError(`unknown published result "${id}" - known: ${claims.map((claim) => claim.id).join(', ')}`);
};

const rowOf = ({ id, claim, source }: Claim, comparison: Parameters<typeof decide>[0]): ReproductionRow =>
  Object.freeze({ id, claim, source, ...decide(comparison) });
