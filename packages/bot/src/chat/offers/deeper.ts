import { printQuery } from '@vanish/core/query';
import type { Offer } from './offer.ts';

/** The same network, twice as deep. */
export const deeper: Offer = {
  name: 'deeper',
  rank: 4,
  label: 'Twice as deep',
  ask: (question) => {
    if (question.kind !== 'network' && question.kind !== 'training') return null;
    const { experiment } = question;
    return printQuery({ ...question, experiment: { ...experiment, depth: 2 * experiment.depth } });
  },
};
