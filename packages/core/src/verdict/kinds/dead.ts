import { mostlyDead } from '../thresholds.ts';
import { percent } from '../words.ts';
import type { Diagnosis } from './diagnosis.ts';

/** Units whose slope is zero for every example: nothing passes them, forward or back. */
export const dead: Diagnosis = {
  kind: 'dead',
  precedence: 30,
  applies: ({ largestDead }) => largestDead.activation.dead > mostlyDead,
  headline: ({ largestDead }) =>
    `Dead: ${percent(largestDead.activation.dead)} of the units of ${largestDead.name} have zero slope for every example of the batch.`,
};
