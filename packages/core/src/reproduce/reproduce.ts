import type { Engine } from '../engine/index.ts';
import { createMeasurer } from '../measure/measurer.ts';
import type { Claim, RunnableClaim } from './claim.ts';
import * as shelf from './claims/index.ts';
import { laboratoryOn } from './laboratory.ts';
import { decide, type Outcome } from './outcome.ts';

/** One line of the answer: a number of a claim, and whether it came out. Stable shape, version 1. */
export interface ReproductionRow extends Omit<Claim, 'remark'>, Outcome {}

/** Which claims, and on what. */
export interface ReproduceOptions {
  readonly engine: Engine;
  /** Ids in any case, with all there is to them; when left out, every claim that takes measuring alone. */
  readonly ids?: readonly string[];
  /** Where no ids are named: whether the claims that take training come too. */
  readonly includesTraining?: boolean;
  /** Called before each claim. */
  readonly onProgress?: (progress: ReproduceProgress) => void;
  /** Ends the work between two groups of networks, and between two recorded steps of a training. */
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

/** By number; of one number, what is measured comes before what is trained. */
const runnable: readonly RunnableClaim[] = Object.values(shelf).sort((one, other) =>
  `${one.id} ${one.takes}` < `${other.id} ${other.takes}` ? -1 : 1,
);

/** Every published result that can be reproduced, by id. */
export const claims: readonly Claim[] = runnable;

/**
 * Reproduces published results, claim by claim.
 *
 * **Throws** RangeError for an id that is not on the shelf; the signal's reason where it ends the work.
 */
export async function* reproduce(options: ReproduceOptions): AsyncGenerator<ReproductionRow, void, undefined> {
  const { engine, ids, includesTraining = false, onProgress, signal } = options;
  const chosen = ids?.flatMap(findClaims) ?? runnable.filter(({ takes }) => takes === 'measuring' || includesTraining);
  const measurer = createMeasurer(engine);
  const laboratory = laboratoryOn({ engine, measurer, signal });
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

const findClaims = (id: string): readonly RunnableClaim[] => {
  const found = runnable.filter((claim) => claim.id === id.trim().toUpperCase());
  if (found.length > 0) return found;
  const known = new Set(claims.map((claim) => claim.id));
  throw new RangeError(`unknown published result "${id}" - known: ${[...known].join(', ')}`);
};

const rowOf = ({ id, claim, source, takes }: Claim, comparison: Parameters<typeof decide>[0]): ReproductionRow =>
  Object.freeze({ id, claim, source, takes, ...decide(comparison) });
