import { complete } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import { keys } from '../experiment/keys.ts';
import { treat } from '../experiment/treat.ts';
import * as remedies from '../parts/remedies/index.ts';
import type { Remedy } from '../parts/remedies/remedy.ts';
import { checkQuestion } from '../query/check-question.ts';
import { printNetwork } from '../query/print-query.ts';
import { printPair, printValue } from '../query/print-value.ts';
import { pharmacopoeiaFor } from '../verdict/pharmacopoeia.ts';

/** A network that might be cured, and by what. */
export interface Candidate {
  readonly remedies: readonly Remedy[];
  readonly experiment: Experiment;
  /** Of the patient's pairs, those that are different now. */
  readonly changes: readonly string[];
}

/** Every remedy that fits the patient and can be answered; remedies that come to the same network once. */
export const singles = (patient: Experiment): readonly Candidate[] =>
  distinct(
    patient,
    Object.values<Remedy>(remedies).flatMap((remedy) =>
      tryOn(patient, { remedies: [], experiment: patient, changes: [] }, remedy),
    ),
  );

/** Two of them together, where neither takes back what the other does and both do something. */
export const pairs = (patient: Experiment, alone: readonly Candidate[]): readonly Candidate[] =>
  distinct(
    patient,
    alone.flatMap((one, index) =>
      alone.slice(index + 1).flatMap((other) => {
        const [first, second] = [one.remedies[0] as Remedy, other.remedies[0] as Remedy];
        if (!areCompatible(one, other)) return [];
        return [...tryOn(patient, one, second), ...tryOn(patient, other, first)].slice(0, 1);
      }),
    ),
    alone,
  );

const tryOn = (patient: Experiment, before: Candidate, remedy: Remedy): readonly Candidate[] => {
  const treated = treat(remedy, before.experiment, pharmacopoeiaFor(before.experiment));
  if (treated === null) return [];
  // who trains, and how long, is for the proof to say
  const experiment = complete({ train: 0 }, treated);
  if (checkQuestion({ kind: 'network', experiment }).length > 0) return [];
  return [{ remedies: [...before.remedies, remedy], experiment, changes: changesOf(patient, experiment) }];
};

/** Both act on the signal, and on different keys; whoever exchanges the same thing takes back what the other did. */
const areCompatible = (one: Candidate, other: Candidate): boolean => {
  const [first, second] = [one.remedies[0] as Remedy, other.remedies[0] as Remedy];
  if (showsInTraining(one) || showsInTraining(other)) return false;
  const exchangesTheSame = first.exchanges !== undefined && first.exchanges === second.exchanges;
  const keysOf = ({ changes }: Candidate): readonly string[] => changes.map((change) => change.split('=')[0] ?? '');
  return !exchangesTheSame && !keysOf(one).some((key) => keysOf(other).includes(key));
};

/** Whether all it changes is how large steps are: nothing of that is seen before training. */
export const showsInTraining = ({ remedies: all }: Candidate): boolean =>
  all.every(({ mends }) => mends === 'steps' || mends === 'leaps');

const changesOf = (patient: Experiment, experiment: Experiment): readonly string[] =>
  keys
    .filter((key) => printValue(key, experiment[key.field]) !== printValue(key, patient[key.field]))
    .map((key) => printPair(key, experiment));

const distinct = (
  patient: Experiment,
  candidates: readonly Candidate[],
  known: readonly Candidate[] = [],
): readonly Candidate[] => {
  const seen = new Set([patient, ...known.map(({ experiment }) => experiment)].map((experiment) => printNetwork(experiment)));
  return candidates.filter(({ experiment }) => {
    const text = printNetwork(experiment);
    return !seen.has(text) && seen.add(text) !== undefined;
  });
};
