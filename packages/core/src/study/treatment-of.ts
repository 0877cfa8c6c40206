import { printQuery } from '../query/print-query.ts';
import type { Report } from '../report.ts';
import { observeSymptoms } from '../verdict/symptoms.ts';
import type { Candidate } from './candidates.ts';
import type { Treatment } from './study-report.ts';

/** Decades over all layers below which nobody would see a difference. */
const visible = 0.1;

/** A candidate beside its patient. */
export const treatmentOf = (patient: Report, { remedies, experiment, changes }: Candidate, report: Report): Treatment => {
  const [before, after] = [decadesOf(patient), decadesOf(report)];
  const improvement = before === null || after === null ? null : Math.abs(before) - Math.abs(after);
  const isOfSteps = remedies.every(({ mends }) => mends === 'steps' || mends === 'leaps');
  return Object.freeze({
    name: remedies.map(({ name }) => name).join(' + '),
    why: remedies.map(({ why }) => why).join('; '),
    query: printQuery({ kind: 'network', experiment }),
    changes,
    report,
    decades: after,
    improvement,
    effect: effectOf(patient, report, improvement, isOfSteps),
  });
};

/** Decades between the last and the first layer; null where one of them is zero or not finite. */
const decadesOf = ({ measured }: Report): number | null => observeSymptoms(measured, null).decades?.value ?? null;

const effectOf = (
  patient: Report,
  { verdict, measured }: Report,
  improvement: number | null,
  isOfSteps: boolean,
): Treatment['effect'] => {
  if (verdict.kind === 'healthy' && patient.verdict.kind !== 'healthy') return 'cures';
  if (improvement === null) return onlyOneArrives(patient, measured);
  if (improvement > visible) return 'helps';
  if (improvement < -visible) return 'makes it worse';
  return isOfSteps ? 'shows in training' : 'changes nothing';
};

/** Where a signal can be read of one of the two alone. */
const onlyOneArrives = (patient: Report, measured: Report['measured']): Treatment['effect'] => {
  const [before, after] = [patient.measured, measured].map((profile) => observeSymptoms(profile, null).decades !== null);
  if (before === after) return 'changes nothing';
  return after === true ? 'helps' : 'makes it worse';
};
