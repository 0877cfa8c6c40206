import type { Prediction } from '@vanish/core';

/** Slope of a prediction from the last to the first layer, as `measured.decadesPerLayer` counts it; null for a single layer. */
export const decadesPerLayer = ({ layers }: Prediction): number | null => {
  const [first, last] = [layers[0], layers.at(-1)];
  if (first === undefined || last === undefined || layers.length < 2) return null;
  // JSON turns an infinite logarithm into null, and null − null is 0
  if (!Number.isFinite(first.log10Rms) || !Number.isFinite(last.log10Rms)) return null;
  return (first.log10Rms - last.log10Rms) / (layers.length - 1);
};
