import type { LayerMeasurement, Report } from '@vanish/core';
import { layerWord } from './layer-word.ts';
import { powerOfTen } from './numbers.ts';

/** log₁₀ of the update:weight ratios that are commonly taken for healthy. **Source** TheDeepChecker, MindSpore: 1e-4 … 1e-1. */
export const usualUpdate = { low: -4, high: -1 } as const;

/** The weights plot in words: both quantities at the first and the last layer, and how many layers move as usual. */
export const describeWeights = (report: Report): readonly string[] => {
  const { layers } = report.measured;
  const [first, last] = [layers[0], layers.at(-1)];
  if (first === undefined || last === undefined) return ['There is no layer to show.'];
  const usual = layers.filter(
    ({ update: { log10Ratio } }) => log10Ratio !== null && log10Ratio >= usualUpdate.low && log10Ratio <= usualUpdate.high,
  );
  const ends = (read: (layer: LayerMeasurement) => number | null): string =>
    first === last
      ? `${amount(read(first))} at ${first.name}`
      : `${amount(read(first))} at ${first.name} and ${amount(read(last))} at ${last.name}`;
  return [
    `Two line charts per ${layerWord(report)}. The norm of the weight gradient is ${ends(({ gradient }) => gradient.log10Norm)}.`,
    `The first step of ${report.experiment.optimizer.name} relative to the weights is ${ends(({ update }) => update.log10Ratio)}; it lies in the usual range of 10⁻⁴ to 10⁻¹ at ${usual.length} of ${layers.length} layers.`,
  ];
};

const amount = (log10: number | null): string => (log10 === null ? 'zero or not finite' : powerOfTen(log10));
