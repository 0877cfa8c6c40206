import { complete } from '../../experiment/complete.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import { printNetwork, printQuery } from '../../query/print-query.ts';
import type { Report, TrainingReport } from '../../report.ts';
import type { Bench } from '../bench.ts';
import { bestFirst } from '../best-first.ts';
import { type Candidate, pairs, singles } from '../candidates.ts';
import { judgeCure } from '../judge-cure.ts';
import { proofOf } from '../proof-of.ts';
import type { QuestionOf, StudyKind } from '../study.ts';
import type { CureReport, Proof, Treatment } from '../study-report.ts';
import { treatmentOf } from '../treatment-of.ts';

type Asked = QuestionOf<'fix'>;

/** Remedies that are tried two by two, the best by themselves. */
const mostPaired = 6;

/** Treatments that a training proves. */
const mostProved = 3;

/** `fix depth=30 act=sigmoid`: every remedy that fits, alone and two by two, on the same seeds; the best are trained. */
export const cure: StudyKind<Asked> = {
  answers: ['fix'],
  run: async (question: Asked, bench: Bench): Promise<CureReport> => {
    const asked = complete({ train: 0 }, question.experiment);
    const alone = singles(asked);
    const [first, ...others] = (await bench.answers([
      asked,
      ...alone.map(({ experiment }) => experiment),
    ])) as readonly (Report | null)[];
    const patient = first as Report;
    /** Null proofs: nobody has been trained yet. */
    const build = (
      treatments: readonly Treatment[],
      proofs: readonly Proof[] | null,
      missed: readonly Experiment[],
    ): CureReport =>
      Object.freeze({
        version: 1,
        kind: 'cure',
        query: printQuery(question),
        engine: patient.engine,
        patient,
        treatments,
        proofs: proofs ?? [],
        verdict: judgeCure(patient, treatments, proofs ?? [], proofs === null || missed.length > 0),
        unanswered: missed.map((experiment) => printNetwork(experiment)),
        timings: { totalMs: bench.totalMs() },
      });
    const single = treated(patient, alone, others);
    bench.onPartial?.(build(single.treatments, null, single.missed));
    const together = pairs(asked, bestOf(alone, single.treatments));
    const paired = treated(
      patient,
      together,
      (await bench.answers(together.map(({ experiment }) => experiment))) as readonly (Report | null)[],
    );
    const treatments = [...single.treatments, ...paired.treatments.filter((pair) => addsTo(single.treatments, pair))].sort(
      bestFirst,
    );
    const missed = [...single.missed, ...paired.missed];
    bench.onPartial?.(build(treatments, null, missed));
    const { proofs, untrained } = await prove(question.experiment, patient, treatments, bench);
    return build(treatments, proofs, [...missed, ...untrained]);
  },
};

/** The candidates that did best by themselves, those of the signal. */
const bestOf = (alone: readonly Candidate[], treatments: readonly Treatment[]): readonly Candidate[] => {
  const best = treatments.filter(({ effect }) => effect === 'cures' || effect === 'helps').slice(0, mostPaired);
  return alone.filter(({ experiment }) => best.some(({ query }) => query === printNetwork(experiment)));
};

/** Whether a pair does more than either of its parts does by itself. */
const addsTo = (single: readonly Treatment[], pair: Treatment): boolean =>
  single
    .filter(({ name }) => pair.name.split(' + ').includes(name))
    .every((part) => bestFirst({ ...pair, changes: [] }, { ...part, changes: [] }) < 0);

/** What was measured of candidates, best first, and what was not. */
const treated = (
  patient: Report,
  candidates: readonly Candidate[],
  reports: readonly (Report | null)[],
): { readonly treatments: readonly Treatment[]; readonly missed: readonly Experiment[] } => ({
  treatments: candidates
    .flatMap((candidate, index) => {
      const report = reports[index] ?? null;
      return report === null ? [] : [treatmentOf(patient, candidate, report)];
    })
    .sort(bestFirst),
  missed: candidates.filter((_, index) => reports[index] == null).map(({ experiment }) => experiment),
});

/** The patient and the best treatments, trained side by side as long as time allows. */
const prove = async (
  asked: Experiment,
  patient: Report,
  treatments: readonly Treatment[],
  bench: Bench,
): Promise<{ readonly proofs: readonly Proof[]; readonly untrained: readonly Experiment[] }> => {
  const isPromising = ({ effect }: Treatment): boolean => effect !== 'changes nothing' && effect !== 'makes it worse';
  const promising = patient.verdict.kind === 'healthy' ? [] : treatments.filter(isPromising).slice(0, mostProved);
  const networks =
    promising.length === 0
      ? null
      : proofOf(
          asked,
          [patient, ...promising.map(({ report }) => report)].map(({ experiment }) => experiment),
        );
  if (networks === null) return { proofs: [], untrained: [] };
  const reports = (await bench.answers(networks)) as readonly (TrainingReport | null)[];
  return {
    proofs: reports.flatMap((report, index) =>
      report === null ? [] : [{ name: index === 0 ? null : (promising[index - 1]?.name ?? null), report }],
    ),
    untrained: networks.filter((_, index) => reports[index] == null),
  };
};
