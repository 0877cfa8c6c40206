import type { LayerMeasurement } from '../measure/gradient-profile.ts';
import { mean, studentInterval } from '../numbers/statistics.ts';
import type { Report, TrainingReport } from '../report.ts';
import { atTheEnd } from '../verdict/progress.ts';
import type { ComparisonReport, Ranked } from './study-report.ts';

/** A network of a comparison. */
export interface Member {
  readonly name: string;
  readonly report: Report | TrainingReport;
}

/** The network as it was before any training. */
export const initialOf = (report: Report | TrainingReport): Report => (report.kind === 'training' ? report.initial : report);

/** Best first: by the loss where all were trained on one task, else by how little the signal changes over depth. */
export const rank = (members: readonly Member[]): Pick<ComparisonReport, 'ranking' | 'rankedBy'> => {
  const rankedBy = areTrainedAlike(members) ? 'loss' : 'flatness';
  const scored = members
    .map((member) => ({ ...member, perSeed: rankedBy === 'loss' ? lossPerSeed(member) : decadesPerSeed(member) }))
    .sort((one, other) => badness(one.perSeed) - badness(other.perSeed));
  const [best] = scored;
  return {
    rankedBy,
    ranking: scored.map(({ name, report, perSeed }): Ranked => {
      const value = average(perSeed);
      return {
        name,
        query: report.query,
        value,
        behind: perSeed === best?.perSeed ? null : difference(perSeed, best?.perSeed ?? []),
      };
    }),
  };
};

const areTrainedAlike = (members: readonly Member[]): boolean => {
  const goals = members.map(({ report: { kind, experiment } }) => JSON.stringify([kind, experiment.task, experiment.loss]));
  return members.every(({ report }) => report.kind === 'training') && new Set(goals).size === 1;
};

/** A value of each network, in the order of the seeds; null where it is zero or not finite. */
export type PerSeed = readonly (number | null)[];

/** What two have of the same seed, where both have it. */
export const pairsOfSeeds = (one: PerSeed, other: PerSeed): readonly (readonly [number, number])[] =>
  one.flatMap((value, seed) => {
    const beside = other[seed] ?? null;
    return value === null || beside === null ? [] : [[value, beside] as const];
  });

/** Decades between the last and the first layer of each network; a single layer has no depth to lose any over. */
const decadesPerSeed = ({ report }: Member): PerSeed => {
  const { layers } = initialOf(report).measured;
  const [first, last] = [layers[0], layers.at(-1)] as [LayerMeasurement, LayerMeasurement];
  if (layers.length < 2) return first.signalPerSeed.map((value) => (value === null ? null : 0));
  return first.signalPerSeed.map((start, seed) => {
    const end = last.signalPerSeed[seed] ?? null;
    return start === null || end === null ? null : start - end;
  });
};

/** Over the last tenth of the training. */
const lossPerSeed = ({ report }: Member): PerSeed => {
  if (report.kind !== 'training') return [];
  const { steps } = atTheEnd(report.record);
  return Array.from({ length: report.experiment.seeds }, (_, seed) =>
    average(steps.map(({ lossPerSeed: losses }) => losses[seed] ?? null)),
  );
};

/** Null where one is missing: a network that is zero or no longer finite is in no way average. */
const average = (values: PerSeed): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length < values.length || known.length === 0 ? null : mean(known);
};

const badness = (perSeed: PerSeed): number => Math.abs(average(perSeed) ?? Number.POSITIVE_INFINITY);

/** How much farther from flat, or from no loss, than the best: over pairs of the same seed. */
const difference = (perSeed: PerSeed, best: PerSeed): Ranked['behind'] => {
  const pairs = pairsOfSeeds(perSeed, best).map(([value, other]) => Math.abs(value) - Math.abs(other));
  if (pairs.length < Math.max(perSeed.length, best.length) || pairs.length === 0) return null;
  const value = mean(pairs);
  return pairs.length === 1 ? { value, low: value, high: value } : { value, ...studentInterval(pairs) };
};
