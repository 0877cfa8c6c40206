import type { Report } from '../report.ts';
import { atTheEnd } from '../verdict/progress.ts';
import { counted, inDecades, shortNumber } from '../verdict/words.ts';
import type { Proof, StudyVerdict, Treatment } from './study-report.ts';

/** What came of all remedies: the best of them, what training says, and which make it worse. */
export const judgeCure = (patient: Report, treatments: readonly Treatment[], proofs: readonly Proof[]): StudyVerdict => {
  const best = bestOf(treatments, proofs);
  return Object.freeze({
    headline: best === null ? nothing(patient, treatments) : headlineOf(patient, best, proofs),
    evidence: [
      tally(treatments),
      ...(best === null ? [] : [`${best.name} changes ${best.changes.join(' ')}: ${best.why}`]),
      ...proofs.map(proofFact),
    ],
    advice: best === null ? null : { query: best.query, why: `the network as ${best.name} leaves it` },
  });
};

/** Of what was trained the one that learns best, else the first in the ranking that helps at all. */
const bestOf = (treatments: readonly Treatment[], proofs: readonly Proof[]): Treatment | null => {
  const trained = proofs
    .flatMap(({ name, report }) =>
      name === null || !['learned', 'partly'].includes(report.verdict.outcome) ? [] : [{ name, loss: lossOf(report) }],
    )
    .sort((one, other) => one.loss - other.loss);
  const isSeen = ({ effect }: Treatment): boolean => effect === 'cures' || effect === 'helps';
  return treatments.find(({ name }) => name === trained[0]?.name) ?? treatments.find(isSeen) ?? null;
};

const lossOf = (report: Proof['report']): number => {
  const { loss } = atTheEnd(report.record);
  return Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY;
};

const headlineOf = (patient: Report, best: Treatment, proofs: readonly Proof[]): string => {
  const verb = { cures: 'cures it', helps: 'helps', 'shows in training': 'helps' } as const;
  const word = verb[best.effect as keyof typeof verb] ?? 'helps';
  const before = best.improvement === null || best.decades === null ? null : best.improvement + Math.abs(best.decades);
  const flatter =
    before === null || best.decades === null
      ? `the verdict turns from ${patient.verdict.kind} to ${best.report.verdict.kind}`
      : `the gradient changes by ${inDecades(best.decades)} over ${counted(patient.measured.layers.length, 'layer')} instead of ${inDecades(before)}`;
  const [untreated, own] = [proofs.find(({ name }) => name === null), proofs.find(({ name }) => name === best.name)];
  const proved =
    untreated === undefined || own === undefined
      ? ''
      : `, and in ${counted(own.report.experiment.train, 'step')} of training the loss ends at ${shortNumber(lossOf(own.report))} instead of ${shortNumber(lossOf(untreated.report))}`;
  return `${best.name} ${word}: ${flatter}${proved}.`;
};

const nothing = (patient: Report, treatments: readonly Treatment[]): string => {
  if (patient.verdict.kind === 'healthy') return `There is nothing to cure: ${patient.verdict.headline}`;
  return treatments.length === 0
    ? 'No remedy fits this network.'
    : `None of ${counted(treatments.length, 'remedy that fits', 'remedies that fit')} makes this network better.`;
};

const tally = (treatments: readonly Treatment[]): string => {
  const count = (effect: Treatment['effect']): number => treatments.filter((treatment) => treatment.effect === effect).length;
  return `of ${counted(treatments.length, 'treatment')} on the same seeds ${count('cures')} cure it, ${count('helps')} help, ${count('makes it worse')} make it worse`;
};

const proofFact = ({ name, report }: Proof): string =>
  `trained, ${name ?? 'the network as it is'}: ${report.verdict.headline.charAt(0).toLowerCase()}${report.verdict.headline.slice(1)}`;
