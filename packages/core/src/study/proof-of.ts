import { complete } from '../experiment/complete.ts';
import { estimateCost } from '../experiment/cost.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { checkQuestion } from '../query/check-question.ts';

/** Steps of a proof where the question names none, and networks of each, the most telling first. */
const proofs: readonly { readonly train: number; readonly seeds: number }[] = [
  { train: 200, seeds: 4 },
  { train: 100, seeds: 4 },
  { train: 100, seeds: 2 },
  { train: 50, seeds: 2 },
];

/** What all trainings of a proof may take together. **Unit** seconds. */
const mostSeconds = 20;

/** The same networks with a training each, few of a kind, and as short as time demands; null where even that takes too long. */
export const proofOf = (asked: Experiment, networks: readonly Experiment[]): readonly Experiment[] | null => {
  const wished = asked.train > 0 ? proofs.map(({ seeds }) => ({ train: asked.train, seeds })) : proofs;
  for (const { train, seeds } of wished) {
    const trained = networks.map((network) => complete({ train, seeds: Math.min(seeds, network.seeds) }, network));
    const canRun = trained.every((experiment) => checkQuestion({ kind: 'training', experiment }).length === 0);
    if (canRun && estimateCost(trained).seconds <= mostSeconds) return trained;
  }
  return null;
};
