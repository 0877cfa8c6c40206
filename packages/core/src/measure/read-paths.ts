import { mean, summarise } from '../numbers/statistics.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import type { MeasuredSize, PathMeasurement, PathTerms } from './gradient-profile.ts';
import { entriesPerNetwork, type Observations, type PerNetwork, toDecades } from './reading.ts';

/** The branches of a row and the skip paths around them, first branch first; none where nothing goes around. */
export const readPaths = (blueprint: Blueprint, observations: Observations, index: number): readonly PathMeasurement[] => {
  const { logBranchNorm = [], logSkipNorm = [], logBranchGradient = [], logSkipGradient = [] } = observations;
  const names = blueprint.rows[index]?.branches ?? [];
  const terms = (branch: PerNetwork = [], skip: PerNetwork = []): PathTerms =>
    readTerms(branch, skip, Math.log(entriesPerNetwork(blueprint, index)) / 2);
  return logBranchNorm.map((norms, number) => ({
    name: names[number] ?? 'branch',
    forward: terms(norms, logSkipNorm[number]),
    // the gradient meets the last branch first
    backward: terms(logBranchGradient.at(-1 - number), logSkipGradient.at(-1 - number)),
  }));
};

/** `logRoot`: ln of the root of the number of entries, from a norm to an RMS. **Unit** nats. */
const readTerms = (branch: PerNetwork, skip: PerNetwork, logRoot: number): PathTerms => {
  const size = (norms: PerNetwork): MeasuredSize => {
    const { mean: log10Rms, sd } = summarise(norms.map((nats) => toDecades(nats - logRoot)));
    return { log10Rms, sd };
  };
  const share = mean(branch.map((nats, network) => shareOf(nats, skip[network] ?? Number.NaN)));
  return { branch: size(branch), skip: size(skip), branchShare: Number.isFinite(share) ? share : null };
};

/** b² / (b² + s²) from the logarithms of both, however large they are; NaN of two zeros. */
const shareOf = (logBranch: number, logSkip: number): number => 1 / (1 + Math.exp(2 * (logSkip - logBranch)));
