import type { Report } from '@vanish/core';
import { isNumber, type Row, rounded } from '../frame/layer.ts';

/** The branches of a network by name, first branch first: one per block, or attention and feed-forward net. */
export const branchNames = ({ measured: { layers } }: Report): readonly string[] =>
  layers.find(({ paths }) => paths !== undefined)?.paths?.map(({ name }) => name) ?? [];

/**
 * What the branches plot draws, block by block: sizes as log₁₀, shares as they are. The columns of a branch carry its number;
 * the skip path is the one around the first branch, which carries what enters the block.
 */
export const branchRows = (report: Report): readonly Row[] =>
  report.measured.layers.map(({ paths = [] }, index) => {
    const predicted = report.theory?.layers[index]?.paths;
    const columns = branchNames(report).map((_, number) => ({
      [`term${number}`]: tidy(paths[number]?.forward.branch.log10Rms),
      [`term${number}Theory`]: tidy(predicted?.[number]?.forward.branch),
      [`share${number}`]: tidy(paths[number]?.backward.branchShare),
      [`share${number}Theory`]: tidy(predicted?.[number]?.backward.branchShare),
    }));
    return Object.assign(
      {
        layer: index + 1,
        skip: tidy(paths[0]?.forward.skip.log10Rms),
        skipTheory: tidy(predicted?.[0]?.forward.skip),
      },
      ...columns,
    );
  });

const tidy = (value: number | null | undefined): number | null => (isNumber(value) ? rounded(value) : null);
