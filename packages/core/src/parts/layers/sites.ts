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
 * What a site has in common with the sites of an image, itself among them: the mean of E x(p)x(p′) over p′.
 *
 * Two unlike sites are taken to have in common what the poorer one has with its like: exact where all are alike, and in the
 * first layer for sites beside one border, whose kernels read the same taps but for those that find zeros.
 */
export const sharedWith = ({ elsewhere }: Site, sites: readonly Site[]): number =>
  meanOf(sites.map((other) => Math.min(elsewhere, other.elsewhere)));

/** The average of k sites of one example, E x² = (Σ E xᵢ² + Σ E xᵢxⱼ) / k². */
export const averageOf = (sites: readonly Site[]): Site => {
  const elsewhere = meanOf(mapSites(sites, (site) => sharedWith(site, sites)));
  // each with every other but itself
  const common = elsewhere - meanOf(sites.map((site) => site.elsewhere)) / sites.length;
  return {
    secondMoment: meanOf(sites.map(({ secondMoment }) => secondMoment)) / sites.length + common,
    mean: meanOf(sites.map(({ mean }) => mean)),
    covariance: once(() => meanOf(sites.map(({ covariance }) => covariance())) / sites.length + common),
    elsewhere,
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
