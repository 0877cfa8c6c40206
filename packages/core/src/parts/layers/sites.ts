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
 * Two unlike sites are taken to have in common what the poorer one has with its like: exact where all are alike, and in the
 * first layer for sites beside one border, whose kernels read the same taps but for those that find zeros.
 */
export const averageOf = (sites: readonly Site[]): Site => {
  const elsewhere = meanOfSmaller(sites.map((site) => site.elsewhere));
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

/** The mean of min(xᵢ, xⱼ) over all pairs: sorted upwards, the i-th is the smaller one of 2(k − i) + 1. */
const meanOfSmaller = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted.reduce((sum, value, index) => sum + value * (2 * (values.length - 1 - index) + 1), 0) / values.length ** 2;
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
