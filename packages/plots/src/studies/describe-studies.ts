import type { ComparisonReport, CureReport, MapReport, SweepReport } from '@vanish/core';

/** What a comparison shows: the chart, and the ranking in words. */
export const describeRanking =
  (chart: string) =>
  ({ verdict: { evidence } }: ComparisonReport): readonly string[] => [chart, `Best first: ${evidence.join('; ')}.`];

export const describeSweep = ({ axis, curves, verdict: { evidence } }: SweepReport): readonly string[] => [
  `Line charts over ${axis.key}, from ${axis.values[0]} to ${axis.values.at(-1)}, of ${curves.length === 1 ? 'one network' : `${curves.length} networks`}.`,
  ...evidence.slice(0, 3).map(sentence),
];

export const describeMap = ({ x, y, verdict: { evidence } }: MapReport): readonly string[] => [
  `Heat map over ${x.key} (across, ${x.values[0]} to ${x.values.at(-1)}) and ${y.key} (up, ${y.values[0]} to ${y.values.at(-1)}).`,
  ...evidence.map(sentence),
];

export const describeCure = ({ verdict: { evidence } }: CureReport): readonly string[] => [
  'Line charts of the gradient before and after the best remedies, and of the losses of their trainings.',
  ...evidence.map(sentence),
];

const sentence = (fact: string): string => `${fact.charAt(0).toUpperCase()}${fact.slice(1)}${fact.endsWith('.') ? '' : '.'}`;
