import { mostlyDead } from '../thresholds.ts';
import { percent } from '../words.ts';
import type { Diagnosis } from './diagnosis.ts';

/** The gradient is exactly zero, in any precision: detached, or multiplied by zero weights. */
export const zero: Diagnosis = {
  kind: 'zero',
  precedence: 20,
  applies: ({ first, zeroShare, hasZeroWeights, largestDead }) =>
    first.signal.log10Rms === null && zeroShare > 0.99 && (hasZeroWeights || largestDead.activation.dead <= mostlyDead),
  headline: ({ first, zeroShare }) =>
    `Zero: ${percent(zeroShare)} of the gradient at ${first.name} is exactly zero, so ${first.name} cannot learn in any precision.`,
};
