import { printNetwork } from '../query/print-query.ts';
import type { Report } from '../report.ts';
import { observeSymptoms } from '../verdict/symptoms.ts';
import { type Candidate, showsInTraining } from './candidates.ts';
import type { Treatment } from './study-report.ts';

/** Decades over all layers below which nobody would see a difference. */
const visible = 0.1;

/** A candidate beside its patient. */
export const treatmentOf = (patient: Report, candidate: Candidate, report: Report): Treatment => {
  const { remedies, experiment, changes } = candidate;
  const [before, after] = [decadesOf(patient), decadesOf(report)];
  const improvement = before === null || after === null ? null : Math.abs(before) - Math.abs(after);
  return Object.freeze({
    name: remedies.map(({ name }) => name).join(' + '),
    why: remedies.map(({ why }) => why).join('; '),
    query: printNetwork(experiment),
    changes,
    report,
    decades: after,
    improvement,
    effect: showsInTraining(candidate) ? 'shows in training' : effectOf(patient, report),
  });
};

/** Decades between the last and the first layer; null where one of them is zero or not finite. */
export const decadesOf = ({ measured }: Report): number | null => observeSymptoms(measured, null).decades?.value ?? null;

/** Between two healthy networks a difference in slope is none that anybody would notice. */
const effectOf = (patient: Report, report: Report): Treatment['effect'] => {
  const [wasHealthy, isHealthy] = [patient, report].map(({ verdict }) => verdict.kind === 'healthy');
  if (isHealthy === true) return wasHealthy === true ? 'changes nothing' : 'cures';
  const [before, after] = [patient, report].map((one) => Math.abs(decadesOf(one) ?? Number.POSITIVE_INFINITY)) as [
    number,
    number,
  ];
  if (before - after > visible) return 'helps';
  return after - before > visible ? 'makes it worse' : 'changes nothing';
};
