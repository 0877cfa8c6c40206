import { meanOf } from './energies.ts';
import { positionsOf, type Sides } from './grid.ts';
import type { Field, Site, Space } from './mean-field.ts';
import { once } from './once.ts';

/** A field with its space. */
export type SpatialField = Field & { readonly space: Space };

/** The signal at every position of an image. */
export const sitesOf = ({ secondMoment, mean, covariance, isGaussian, space }: SpatialField): readonly Site[] => {
  const { sides, elsewhere, sites } = space;
  const same: Site = { secondMoment, mean, covariance, isGaussian, elsewhere };
  return sites ?? Array.from({ length: positionsOf(sides) }, () => same);
};

/** The field of an image that differs from position to position. */
export const fieldOf = (sides: Sides, sites: readonly Site[]): SpatialField => ({
  secondMoment: meanOf(sites.map(({ secondMoment }) => secondMoment)),
  mean: meanOf(sites.map(({ mean }) => mean)),
  covariance: once(() => meanOf(sites.map(({ covariance }) => covariance()))),
  isGaussian: sites.every(({ isGaussian }) => isGaussian),
  space: { sides, sites, elsewhere: meanOf(sites.map(({ elsewhere }) => elsewhere)) },
});

/** A site made of parts of others, Σ share · site, as far as they have nothing in common. */
export const mixture = (parts: readonly { readonly site: Site; readonly share: number }[]): Site => {
  const sum = (of: (site: Site) => number): number => parts.reduce((total, { site, share }) => total + share * of(site), 0);
  return {
    secondMoment: sum(({ secondMoment }) => secondMoment),
    mean: sum(({ mean }) => mean),
    covariance: once(() => sum(({ covariance }) => covariance())),
    elsewhere: sum(({ elsewhere }) => elsewhere),
    isGaussian: parts.every(({ site }) => site.isGaussian),
  };
};

/**
 * The average of k sites of one example, E x² = (Σ E xᵢ² + Σ E xᵢxⱼ) / k².
 *
 * What two unlike sites have in common is taken as the geometric mean of what each has with its like: exact where all are
 * alike, and too large by up to a tenth beside a border.
 */
export const averageOf = (sites: readonly Site[]): Site => {
  const roots = sites.map(({ elsewhere }) => Math.sign(elsewhere) * Math.sqrt(Math.abs(elsewhere)));
  const all = meanOf(roots) ** 2 * Math.sign(meanOf(roots));
  // each with every other but itself
  const common = all - meanOf(sites.map(({ elsewhere }) => elsewhere)) / sites.length;
  return {
    secondMoment: meanOf(sites.map(({ secondMoment }) => secondMoment)) / sites.length + common,
    mean: meanOf(sites.map(({ mean }) => mean)),
    covariance: once(() => meanOf(sites.map(({ covariance }) => covariance())) / sites.length + common),
    elsewhere: all,
    isGaussian: sites.every(({ isGaussian }) => isGaussian),
  };
};

/** Computes something of every site once, however many positions share it. */
export const mapSites = <Made>(sites: readonly Site[], make: (site: Site) => Made): readonly Made[] => {
  const known = new Map<Site, Made>();
  return sites.map((site) => {
    const made = known.get(site) ?? make(site);
    known.set(site, made);
    return made;
  });
};
