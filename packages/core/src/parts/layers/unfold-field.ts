import { energyAt, meanOf } from './energies.ts';
import { type Energies, type MeanField, type MeanFieldStep, type MissingTheory, type Site, signalOf } from './mean-field.ts';
import type { Reach } from './reach.ts';
import { fieldOf, mixture, type SpatialField, sitesOf } from './sites.ts';

/**
 * What gathering the taps of a kernel does to a field: E x² is the mean over taps, and the squared gradient of a position the
 * sum over the kernels that read it. Taps have weights of their own, so nothing else of what positions have in common matters.
 *
 * **Source** Xiao et al. 2018, 1806.05393, where the mean over taps is the matrix A.
 */
export const unfoldField = (field: MeanField, reach: Reach, seesAll: boolean): MeanFieldStep | MissingTheory => {
  const before = signalOf(field);
  const isAlike = (field.space?.sites ?? null) === null;
  if (seesAll && isAlike) return { field: before, gradientFactor: reach.taps, logVariance: 0, rows: [] };
  if (field.space === undefined) return { missing: 'a gate beside borders that find zeros' };
  const sites = sitesOf(before as SpatialField);
  const spread = spreadOf(reach);
  return {
    field: fieldOf(reach.sides, gatherSites(sites, reach)),
    gradientFactor: meanOf(spread([1])),
    spread,
    logVariance: 0,
    rows: [],
  };
};

/** Like positions have like surroundings, and share one site. */
const gatherSites = (sites: readonly Site[], { from, like }: Reach): readonly Site[] => {
  const known = new Map<number, Site>();
  return like.map((first) => {
    const parts = (from[first] ?? []).map(({ position, share }) => ({ site: sites[position] as Site, share }));
    const gathered = known.get(first) ?? mixture(parts);
    known.set(first, gathered);
    return gathered;
  });
};

const spreadOf =
  ({ from, taps }: Reach) =>
  (energies: Energies): Energies => {
    const home = from.map(() => 0);
    for (const [position, read] of from.entries())
      for (const { position: source, share } of read)
        home[source] = (home[source] ?? 0) + taps * share * energyAt(energies, position);
    return home;
  };
