import { type MeasuredQuestion, printQuery } from '@vanish/core/query';
import type { Offer } from './offer.ts';

/** The same question to other networks: none of them was drawn before. */
export const reseed: Offer = {
  name: 'reseed',
  rank: 5,
  label: 'New seed',
  ask: (question) => printQuery(withNewSeed(question)),
};

const withNewSeed = (question: MeasuredQuestion): MeasuredQuestion => {
  const renewed = <Seeded extends { readonly seed: number; readonly seeds: number }>(experiment: Seeded): Seeded => ({
    ...experiment,
    seed: experiment.seed + experiment.seeds,
  });
  if (question.kind === 'versus') return { ...question, experiments: question.experiments.map(renewed) };
  return { ...question, experiment: renewed(question.experiment) };
};
