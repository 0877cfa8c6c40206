import type { Form } from '../form.ts';
import { collected, laidBy } from '../layers/read-steps.ts';
import type { RecurrentSettings } from '../layers/recurrence.ts';
import type { Stage } from '../layers/stage.ts';
import type { BuildSettings, SizeSettings } from './architecture.ts';

/** Inputs as one place per time step. */
export const stepsForm = ({ depth }: SizeSettings): Form => ({
  kind: 'sequence',
  sides: [depth],
  field: 'depth',
  isReadEverywhere: true,
});

/** Time steps in a row, and the last `reads` of them read. */
export const readAfter = ({ reads, depth }: BuildSettings, steps: readonly (readonly Stage[])[]): readonly Stage[] =>
  reads === 1
    ? steps.flat()
    : [...steps.flatMap((step, row) => (row >= depth - reads && row < depth - 1 ? [...step, laidBy] : step)), collected];

/** A time step as the settings of its network say. */
export const recurrentSettings = (settings: BuildSettings, row: number): RecurrentSettings => {
  const { depth, width, features, init: initializer, gain, input, radius, tied } = settings;
  // the circular law ends at σ_w as drawn, what a truncation took away included
  const ofRadius = radius === null ? gain : radius ** 2 / initializer.law.varianceFactor;
  return { row, units: width, features: features / depth, initializer, gain: ofRadius, input, tied };
};
