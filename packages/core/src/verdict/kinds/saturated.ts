import { mostlySaturated } from '../thresholds.ts';
import { percent } from '../words.ts';
import type { Diagnosis } from './diagnosis.ts';

/** Most units sit on a flat stretch of their activation. */
export const saturated: Diagnosis = {
  kind: 'saturated',
  precedence: 50,
  applies: ({ largestSaturated }) => largestSaturated.activation.saturated > mostlySaturated,
  headline: ({ largestSaturated }) =>
    `Saturated: ${percent(largestSaturated.activation.saturated)} of the units of ${largestSaturated.name} sit where the activation is flat.`,
};
