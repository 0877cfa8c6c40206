import type { Experiment } from '../experiment/experiment.ts';
import type { GradientProfile } from '../measure/gradient-profile.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import type { Prediction } from '../theory/prediction.ts';
import { advise } from './advice.ts';
import { explainCause } from './cause.ts';
import { gatherEvidence } from './evidence.ts';
import type { Diagnosis } from './kinds/diagnosis.ts';
import * as diagnoses from './kinds/index.ts';
import { describeSignal } from './signal.ts';
import { observeSymptoms, type Symptoms } from './symptoms.ts';
import { describeUpdate } from './update.ts';
import type { Verdict } from './verdict.ts';

/** Everything a judge is given. */
export interface Case {
  readonly experiment: Experiment;
  readonly blueprint: Blueprint;
  readonly measured: GradientProfile;
  /** Null where no theory exists. */
  readonly theory: Prediction | null;
  /** What there is no theory for, in words; null where there is one. */
  readonly theoryMissing: string | null;
}

const inOrder = Object.values(diagnoses).sort((one, other) => one.precedence - other.precedence);

/** The first diagnosis that applies. */
export const diagnose = (symptoms: Symptoms): Diagnosis => inOrder.find(({ applies }) => applies(symptoms)) ?? diagnoses.healthy;

/** Says what is wrong with a measured network, why, how we know, and what to try. */
export const judge = ({ experiment, blueprint, measured, theory, theoryMissing }: Case): Verdict => {
  const symptoms = observeSymptoms(measured, theory);
  const diagnosis = diagnose(symptoms);
  return Object.freeze({
    kind: diagnosis.kind,
    headline: diagnosis.headline(symptoms),
    cause: explainCause(symptoms, experiment, blueprint),
    signal: describeSignal(symptoms),
    update: describeUpdate(symptoms, blueprint),
    evidence: gatherEvidence(symptoms, measured, theory ?? theoryMissing),
    advice: advise(experiment, diagnosis.kind, symptoms.decades?.value ?? null),
  });
};
