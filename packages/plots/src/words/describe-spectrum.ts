import type { Report } from '@vanish/core';
import { powerOfTen } from './numbers.ts';

/** The spectrum in words: smallest, middle and largest singular value, and how many are zero. */
export const describeSpectrum = ({ measured: { spectrum } }: Report): readonly string[] => {
  const values = (spectrum?.singularValues.flat() ?? []).filter(Number.isFinite).sort((one, other) => one - other);
  const at = (share: number): string => amount(values[Math.round(share * (values.length - 1))] ?? 0);
  const zeros = values.filter((value) => value === 0).length;
  return [
    `Histogram of ${values.length} singular values of the input-output Jacobian, on a logarithmic scale.`,
    `They reach from ${at(0)} to ${at(1)}, with their median at ${at(0.5)}.`,
    ...(zeros === 0 ? [] : [`${zeros} of them are exactly zero: those directions are lost.`]),
  ];
};

const amount = (value: number): string => (value > 0 ? powerOfTen(Math.log10(value)) : '0');
