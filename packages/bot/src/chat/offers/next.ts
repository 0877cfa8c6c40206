import type { Offer } from './offer.ts';

/** What the answer itself advises. */
export const next: Offer = {
  name: 'next',
  rank: 1,
  label: 'Try the advice',
  ask: (_question, answer) => {
    if (answer === null) return null;
    if (answer.kind === 'network') return answer.verdict.advice[0]?.query ?? null;
    return answer.verdict.advice?.query ?? null;
  },
};
