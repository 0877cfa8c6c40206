import type { Pharmacopoeia, Remedy } from '../parts/remedies/remedy.ts';
import { applies, scopeOf } from './applicable.ts';
import { complete } from './complete.ts';
import type { Experiment } from './experiment.ts';

/**
 * The network that comes of a remedy; null where it has nothing to propose, or where what it changes and what it speaks of means
 * nothing to that network.
 */
export const treat = (remedy: Remedy, patient: Experiment, theory: Pharmacopoeia): Experiment | null => {
  const change = remedy.propose(patient, theory);
  if (change === null) return null;
  const fields = [...(Object.keys(change) as (keyof Experiment)[]), ...(remedy.speaksOf ?? [])];
  const scope = scopeOf({ ...patient, ...change });
  return fields.every((field) => applies(field, scope)) ? complete({ ...withoutRadius(change), ...change }, patient) : null;
};

/** A spectral radius is another word for a gain: who changes the one, decides about the other. */
const withoutRadius = (change: Partial<Experiment>): Partial<Experiment> => ('gain' in change ? { radius: null } : {});
