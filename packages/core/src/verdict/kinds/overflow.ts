import type { Symptoms } from '../symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';

/** NaN or ±∞: float32 has given up. */
export const overflow: Diagnosis = {
  kind: 'overflow',
  precedence: 10,
  applies: (symptoms) => symptoms.broken > 0 || firstOverflow(symptoms) !== undefined,
  headline: (symptoms) => {
    const layer = firstOverflow(symptoms);
    const forward = layer === undefined ? 'the gradient' : `the forward signal leaves float32 at ${layer.name}`;
    const entries =
      symptoms.broken === 0
        ? ''
        : `${layer === undefined ? ' has' : ', and the gradient has'} ${symptoms.broken} entries that are NaN or infinite`;
    return `Overflow: ${forward}${entries}.`;
  },
};

const firstOverflow = ({ layers }: Symptoms): Symptoms['first'] | undefined =>
  layers.find(({ activation }) => activation.preActivationSecondMoment === null);
