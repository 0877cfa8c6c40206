import type { Symptoms } from '../symptoms.ts';
import { percent } from '../words.ts';
import type { Diagnosis } from './diagnosis.ts';

/** NaN or ±∞: float32 has given up. */
export const overflow: Diagnosis = {
  kind: 'overflow',
  precedence: 10,
  applies: (symptoms) => symptoms.broken > 0 || firstOverflow(symptoms) !== undefined,
  headline: (symptoms) => {
    const layer = firstOverflow(symptoms);
    const share = percent(symptoms.broken / symptoms.layers.reduce((sum, { counts }) => sum + counts.entries, 0));
    if (layer === undefined) return `Overflow: ${share} of the gradient is NaN or infinite.`;
    const gradient = symptoms.broken === 0 ? '' : `, and ${share} of the gradient is NaN or infinite`;
    return `Overflow: the forward signal leaves float32 at ${layer.name}${gradient}.`;
  },
};

const firstOverflow = ({ layers }: Symptoms): Symptoms['first'] | undefined =>
  layers.find(({ activation }) => activation.preActivationSecondMoment === null);
