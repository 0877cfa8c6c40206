import type { Field, Site } from './mean-field.ts';
import { once } from './once.ts';
import { fieldOf, type SpatialField, sitesOf } from './sites.ts';

/** The field of x + α f(x), for a branch that is independent of the stream but for its mean, at every position. */
export const addFields = (stream: Field, branch: Field, scale: number): Field => {
  const { space } = stream;
  if (space === undefined || branch.space === undefined) return addMoments(stream, branch, scale);
  if (space.sites !== null || branch.space.sites !== null) {
    const sites = addSites(sitesOf(stream as SpatialField), sitesOf(branch as SpatialField), scale);
    return fieldOf(space.sides, sites);
  }
  const { elsewhere, ...moments } = addPair({ ...stream, ...space }, { ...branch, ...branch.space }, scale);
  return { ...moments, space: { ...space, elsewhere } };
};

type Moments = Omit<Site, 'elsewhere'>;

const addMoments = (stream: Moments, branch: Moments, scale: number): Moments => {
  const square = scale * scale;
  // a branch that ends in an activation has a mean, which meets the stream's
  const cross = 2 * scale * stream.mean * branch.mean;
  return {
    secondMoment: stream.secondMoment + cross + square * branch.secondMoment,
    mean: stream.mean + scale * branch.mean,
    covariance: () => stream.covariance() + cross + square * branch.covariance(),
    isGaussian: stream.isGaussian && (branch.isGaussian || scale === 0),
  };
};

/** Two positions that share both of their sites share the sum, too. */
const addSites = (stream: readonly Site[], branch: readonly Site[], scale: number): readonly Site[] => {
  const known = new Map<Site, Map<Site, Site>>();
  return stream.map((one, position) => {
    const other = branch[position] as Site;
    const sums = known.get(one) ?? new Map<Site, Site>();
    known.set(one, sums);
    const sum = sums.get(other) ?? addPair(one, other, scale);
    sums.set(other, sum);
    return sum;
  });
};

const addPair = (one: Site, other: Site, scale: number): Site => {
  const moments = addMoments(one, other, scale);
  const elsewhere = one.elsewhere + 2 * scale * one.mean * other.mean + scale * scale * other.elsewhere;
  return { ...moments, covariance: once(moments.covariance), elsewhere };
};
