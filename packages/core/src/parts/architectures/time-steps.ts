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
  const { depth, width, features, init: initializer, gain, input, tied } = settings;
  return { row, units: width, features: features / depth, initializer, gain, input, tied };
};
