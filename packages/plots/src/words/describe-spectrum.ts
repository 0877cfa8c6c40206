import type { Report } from '@vanish/core';
import { amount } from './numbers.ts';

/** A spectrum's extremes and middle for people, and how many values are zero. */
export interface SpectrumFacts {
  readonly smallest: string;
  readonly median: string;
  readonly largest: string;
  readonly zeros: number;
}

/** Reads the facts off singular values in any order. */
export const spectrumFacts = (values: readonly number[]): SpectrumFacts => {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other);
  const at = (share: number): string => amount(sorted[Math.round(share * (sorted.length - 1))] ?? 0);
  return { smallest: at(0), median: at(0.5), largest: at(1), zeros: sorted.filter((value) => value === 0).length };
};

/** The spectrum in words: smallest, middle and largest singular value, and how many are zero. */
export const describeSpectrum = ({ measured: { spectrum } }: Report): readonly string[] => {
  const values = spectrum?.singularValues.flat() ?? [];
  const { smallest, median, largest, zeros } = spectrumFacts(values);
  return [
    `Histogram of ${values.length} singular values of the input-output Jacobian, on a logarithmic scale.`,
    `They reach from ${smallest} to ${largest}, with their median at ${median}.`,
    ...(zeros === 0 ? [] : [`${zeros} of them are exactly zero: those directions are lost.`]),
  ];
};
