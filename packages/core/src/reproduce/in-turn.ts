import type { Comparison } from './outcome.ts';

/** The comparisons of all settings, measured one after the other, so that the memory of one is enough. */
export const inTurn = async <Setting>(
  settings: readonly Setting[],
  compare: (setting: Setting) => Promise<readonly Comparison[]>,
): Promise<readonly Comparison[]> => {
  const comparisons: Comparison[] = [];
  for (const setting of settings) comparisons.push(...(await compare(setting)));
  return comparisons;
};
