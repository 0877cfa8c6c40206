import type { LayerMeasurement } from '@vanish/core';

/** Share of the networks whose signal at a layer is no ordinary number. **Range** 0 … 1 */
export interface Lost {
  /** Every entry exactly zero. */
  readonly zero: number;
  /** Some entry NaN or infinite. */
  readonly broken: number;
}

/** Which networks are lost at a layer. A network with NaN is counted as broken, also where its other entries are zero. */
export const lostNetworks = ({ signal, signalPerSeed, counts }: LayerMeasurement, seeds: number): Lost => {
  const missing = signalPerSeed.filter((value) => value === null || !Number.isFinite(value)).length;
  const share = signalPerSeed.length > 0 ? missing / signalPerSeed.length : signal.log10Rms === null ? 1 : 0;
  const isBroken = counts.nan + counts.inf > 0;
  // a few broken entries may leave every network with an ordinary mean: they are shown all the same
  if (isBroken) return { zero: 0, broken: Math.max(share, Math.min(0.5, 1 / seeds)) };
  return { zero: share, broken: 0 };
};
