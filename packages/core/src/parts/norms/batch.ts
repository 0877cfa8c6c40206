import { meanOf } from '../layers/energies.ts';
import { positionsOf } from '../layers/grid.ts';
import type { Field, MeanField, MeanFieldStep, MissingTheory, Site } from '../layers/mean-field.ts';
import { normalise } from '../layers/normalise.ts';
import { fieldOf, mapSites, sharedWith } from '../layers/sites.ts';
import { defaultEpsilon, epsilonParameter, type Norm } from './norm.ts';

/** Below it the variance of a unit over the batch may be anything, and its inverse has no mean. */
const smallestBatch = 4;

const normaliseField = (field: MeanField, epsilon: number): MeanFieldStep | MissingTheory => {
  const { secondMoment, covariance, isGaussian, batch, space } = field;
  const examples = batch * positionsOf(space?.sides ?? []);
  if (examples < smallestBatch) return { missing: `batch normalisation over fewer than ${smallestBatch} examples` };
  if (!isGaussian) return { missing: 'batch normalisation of numbers that are not Gaussian' };
  // what is left of a unit once the mean over examples, which they share, is gone
  const sites = space?.sites ?? null;
  const shared = sites === null ? covariance() : meanOf(mapSites(sites, (site) => siteShare(site, sites)));
  const inverse = 1 / (secondMoment - shared + epsilon);
  return {
    field:
      space === undefined || sites === null
        ? normaliseAlike(field, inverse)
        : fieldOf(space.sides, normaliseSites(sites, { shared, inverse })),
    // two directions of the batch are taken out of the gradient, and the variance of B examples is χ² with B − 1 degrees
    gradientFactor: (inverse * (examples - 2)) / (examples - 3),
    logVariance: 0,
    rows: [],
  };
};

/** Positions share what examples share, and lose it with them. */
const normaliseAlike = ({ secondMoment, covariance, isGaussian, space }: MeanField, inverse: number): Field => ({
  secondMoment: (secondMoment - covariance()) * inverse,
  mean: 0,
  covariance: () => 0,
  isGaussian,
  space: space && { ...space, elsewhere: (space.elsewhere - covariance()) * inverse },
});

/** What a site shares with all examples at all positions. */
const siteShare = (site: Site, sites: readonly Site[]): number =>
  sharedWith(site, sites) + (site.covariance() - site.elsewhere) / sites.length;

/** E (x(p) − μ)(x(p′) − μ) of sites that are alike: what each shares with the mean goes twice, and the mean's square comes back. */
const normaliseSites = (
  sites: readonly Site[],
  { shared, inverse }: { readonly shared: number; readonly inverse: number },
): readonly Site[] =>
  mapSites(sites, (site) => {
    const shift = shared - 2 * siteShare(site, sites);
    return {
      secondMoment: (site.secondMoment + shift) * inverse,
      mean: 0,
      covariance: () => (site.covariance() + shift) * inverse,
      elsewhere: (site.elsewhere + shift) * inverse,
      isGaussian: site.isGaussian,
    };
  });

const batchWith = (epsilon: number): Norm => ({
  name: 'batch',
  aliases: ['batchnorm', 'batch-normalization', 'batch-normalisation', 'bn'],
  summary: 'batch normalisation: each unit to mean 0 and variance 1 over the batch',
  explanation: {
    text: [
      'Each unit is brought to mean 0 and variance 1 over the examples of the batch.',
      'In a plain deep net it does not cure gradients: in front of relu each layer multiplies the squared gradient by π/(π − 1) ≈ 1.47, whatever the weights, and depth makes it explode.',
      'In residual networks it helps, for every branch starts at unit variance beside a growing stream.',
    ],
    formula: 'y = (x − μ) / √(σ² + ε), over the batch',
    source: 'Ioffe & Szegedy 2015, arXiv 1502.03167; Yang et al. 2019, arXiv 1902.08129',
    example: 'depth=50 act=relu init=he-normal norm=batch',
    seeAlso: ['norm=layer', 'normalisation', 'resnet'],
  },
  parameter: epsilonParameter(epsilon, batchWith),
  stages: () => [
    normalise({
      name: 'batch-norm',
      axis: 1,
      isCentred: true,
      epsilon,
      meanField: (field) => normaliseField(field, epsilon),
    }),
  ],
});

/**
 * Batch normalisation, y = (x − μ)/√(σ² + ε) over the examples of a batch, with the batch's own statistics as in training.
 *
 * Theory for examples that are equally alike: x² loses what two examples share, and the squared gradient takes
 * (B − 2)/(B − 3) / (E x² − E x₁x₂ + ε). Positions of an image count as examples; where borders make them unlike, that is within
 * 0.2 % a layer on a line and 1.2 % on a plane of six by six, see `sharedWith`. **Source** Ioffe & Szegedy 2015, 1502.03167; Yang et al. 2019, 1902.08129; the factor of
 * finite batches, and what borders do, derived for this project.
 */
export const batch: Norm = batchWith(defaultEpsilon);
