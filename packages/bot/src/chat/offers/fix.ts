import { printQuery } from '@vanish/core/query';
import type { Offer } from './offer.ts';

/** Every remedy that fits, tried on the same networks; of what is healthy there is nothing to fix. */
export const fix: Offer = {
  name: 'fix',
  rank: 2,
  label: 'Fix it',
  ask: (question, answer) => {
    if (question.kind !== 'network' && question.kind !== 'training') return null;
    const isWell =
      (answer?.kind === 'network' && answer.verdict.kind === 'healthy') ||
      (answer?.kind === 'training' && answer.verdict.outcome === 'learned');
    return isWell ? null : printQuery({ kind: 'fix', experiment: question.experiment });
  },
};
