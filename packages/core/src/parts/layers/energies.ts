import type { Energies, MeanFieldStep } from './mean-field.ts';

/** The energy at a position. */
export const energyAt = (energies: Energies, position: number): number => energies[position % energies.length] ?? 0;

/** Energies at the input of a step, from those at its output. */
export const passBack = ({ gradientFactor, spread }: MeanFieldStep, energies: Energies): Energies =>
  spread === undefined ? energies.map((energy) => energy * gradientFactor) : spread(energies);

/** Mean over positions. */
export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
