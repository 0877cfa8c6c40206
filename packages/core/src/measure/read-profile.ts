import { mean } from '../numbers/statistics.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import { decadesTowardsInput } from './decades-per-layer.ts';
import type { GradientProfile, LayerMeasurement } from './gradient-profile.ts';
import { readLayer } from './read-layer.ts';
import type { Reading } from './reading.ts';

/** Turns what a pass saw into the profile people read. */
export const readProfile = (blueprint: Blueprint, reading: Reading): Omit<GradientProfile, 'spectrum'> => {
  const rows = blueprint.rows.map((_, index) => readLayer(blueprint, reading, index));
  const hasReadout = blueprint.readout.length > 0;
  const layers = hasReadout ? rows.slice(0, -1) : rows;
  return {
    layers,
    readout: hasReadout ? (rows.at(-1) ?? null) : null,
    decadesPerLayer: decadesTowardsInput(layers),
    float32ZeroFrom: layers.filter(isZeroInFloat32).at(-1)?.name ?? null,
    loss: reading.loss === null ? null : mean(reading.loss),
  };
};

/** Whether every entry of a layer's signal is zero, or would be in float32. */
const isZeroInFloat32 = ({ counts }: LayerMeasurement): boolean => counts.zero + counts.underflow === counts.entries;
