import type { MissingTheory } from './mean-field.ts';

/** What theory, which averages over the weights, has no answer for. */
export const fixedWeights: MissingTheory = Object.freeze({ missing: 'weights that are not random' });
