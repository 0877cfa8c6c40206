import type { PathFindings, RowFindings } from '../parts/layers/mean-field.ts';
import type { Paths } from '../parts/layers/paths.ts';
import type { PathPrediction } from './prediction.ts';

/** The branches of a row and the skip paths around them, first branch first. */
export const predictPaths = (findings: readonly RowFindings[]): readonly PathPrediction[] =>
  findings.flatMap(({ paths }) => (paths === undefined ? [] : [predictionOf(paths)]));

const predictionOf = ({ terms, gradient }: PathFindings): PathPrediction => ({
  forward: { branch: Math.log10(terms.branch) / 2, skip: Math.log10(terms.skip) / 2, branchShare: shareOf(terms) },
  backward: { branchShare: gradient === null ? null : shareOf(gradient) },
});

const shareOf = ({ branch, skip }: Paths<number>): number => branch / (branch + skip);
