import type { Report } from '../report.ts';
import { atTheEnd } from '../verdict/progress.ts';
import { observeSymptoms } from '../verdict/symptoms.ts';
import { hasLearnedSome } from '../verdict/training-verdict.ts';
import { counted, inDecades, shortNumber } from '../verdict/words.ts';
import type { Proof, StudyVerdict, Treatment } from './study-report.ts';
import { decadesOf } from './treatment-of.ts';

/** What came of all remedies: the best of them, what training says, and which make it worse. */
export const judgeCure = (
  patient: Report,
  treatments: readonly Treatment[],
  proofs: readonly Proof[],
  isUnfinished: boolean,
): StudyVerdict => {
  const best = patient.verdict.kind === 'healthy' ? null : bestOf(treatments, proofs);
  return Object.freeze({
    headline: best === null ? nothing(patient, treatments) : headlineOf(patient, best, proofs),
    evidence: [
      tally(treatments),
      ...(best === null ? [] : [`${best.name} changes ${best.changes.join(' ')}: ${best.why}`]),
      ...(best !== null && proofs.length === 0 && !isUnfinished ? [untrained] : proofs.map(proofFact)),
    ],
    advice: best === null ? null : { query: best.query, why: `the network as ${best.name} leaves it` },
  });
};

/** Of what was trained the one that learns best, else the first in the ranking that helps at all. */
const bestOf = (treatments: readonly Treatment[], proofs: readonly Proof[]): Treatment | null => {
  const trained = proofs
    .flatMap(({ name, report }) => (name === null || !hasLearnedSome(report.verdict) ? [] : [{ name, loss: lossOf(report) }]))
    .sort((one, other) => one.loss - other.loss);
  const isSeen = ({ effect }: Treatment): boolean => effect === 'cures' || effect === 'helps';
  return treatments.find(({ name }) => name === trained[0]?.name) ?? treatments.find(isSeen) ?? null;
};

const lossOf = (report: Proof['report']): number => {
  const { loss } = atTheEnd(report.record);
  return Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY;
};

/** `0.395`, or what is left of a training that broke off. */
const lossText = (report: Proof['report']): string => {
  const { loss } = atTheEnd(report.record);
  return Number.isFinite(loss) ? shortNumber(loss) : 'no longer a number';
};

const headlineOf = (patient: Report, best: Treatment, proofs: readonly Proof[]): string => {
  const [untreated, own] = [proofs.find(({ name }) => name === null), proofs.find(({ name }) => name === best.name)];
  const cured = `${best.name} ${best.effect === 'cures' ? 'cures it' : 'helps'}: ${difference(patient, best)}`;
  if (untreated === undefined || own === undefined) return `${cured}.`;
  const steps = counted(own.report.experiment.train, 'step');
  return lossOf(own.report) < lossOf(untreated.report)
    ? `${cured}, and after ${steps} of training the loss is ${lossText(own.report)} instead of ${lossText(untreated.report)}.`
    : `${best.name} flattens the gradient, and training does not need it: after ${steps} the loss of the network as it is, ${lossText(untreated.report)}, is no larger than ${lossText(own.report)} with ${best.name}.`;
};

/** `over 30 layers the gradient stays as it is, where it lost 18.3 decades` */
const difference = (patient: Report, { decades, report }: Treatment): string => {
  const before = decadesOf(patient);
  if (before === null || decades === null) return `the verdict turns from "${patient.verdict.kind}" to "${report.verdict.kind}"`;
  const { depth, noun } = observeSymptoms(report.measured, null);
  return `over ${counted(depth, noun)} the gradient ${changeOf(decades, ['loses', 'grows by'])}, where it ${changeOf(before, ['lost', 'grew by'])}`;
};

const changeOf = (decades: number, [loses, grows]: readonly [string, string]): string =>
  Math.abs(decades) < 0.05 ? 'hardly changes' : `${decades < 0 ? loses : grows} ${inDecades(decades)}`;

const nothing = (patient: Report, treatments: readonly Treatment[]): string => {
  if (patient.verdict.kind === 'healthy') return `There is nothing to cure: ${patient.verdict.headline}`;
  return treatments.length === 0
    ? 'No remedy fits this network.'
    : `None of ${counted(treatments.length, 'remedy that fits', 'remedies that fit')} makes this network better.`;
};

const untrained = 'none was trained: even a short training of them would take too long for one answer';

const tally = (treatments: readonly Treatment[]): string => {
  const count = (effect: Treatment['effect']): number => treatments.filter((treatment) => treatment.effect === effect).length;
  const [cures, helps, worse] = [count('cures'), count('helps'), count('makes it worse')];
  return `of ${counted(treatments.length, 'treatment')} on the same seeds ${cures} cure${third(cures)} it, ${helps} help${third(helps)}, ${worse} make${third(worse)} it worse`;
};

const third = (count: number): string => (count === 1 ? 's' : '');

const proofFact = ({ name, report }: Proof): string =>
  `trained, ${name ?? 'the network as it is'}: ${report.verdict.headline.charAt(0).toLowerCase()}${report.verdict.headline.slice(1)}`;
