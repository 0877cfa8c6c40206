import type { GradientProfile } from '../measure/gradient-profile.ts';
import type { Prediction } from '../theory/prediction.ts';
import { explainCause } from './cause.ts';
import { gatherEvidence } from './evidence.ts';
import type { Diagnosis } from './kinds/diagnosis.ts';
import * as diagnoses from './kinds/index.ts';
import { describeSignal } from './signal.ts';
import { observeSymptoms, type Symptoms } from './symptoms.ts';
import { describeUpdate } from './update.ts';
import type { Verdict } from './verdict.ts';

/** What is judged: a measured network, ours or somebody else's. */
export interface Subject {
  readonly measured: GradientProfile;
  /** Null where no theory exists. */
  readonly theory: Prediction | null;
  /** What there is no theory for, in words; null where there is one, or nothing is to be said of it. */
  readonly theoryMissing: string | null;
  /** Of the layers between the first and the last. */
  readonly activation: { readonly name: string };
  /** Where the factor per row comes from, where it is not the activation's slope times the weights' variance. */
  readonly story: ((factor: number) => string) | null;
  readonly optimizer: { readonly name: string };
  readonly learningRate: number;
}

/** A verdict before anybody says what to do about it. */
export interface Appraisal {
  readonly symptoms: Symptoms;
  readonly diagnosis: Diagnosis;
  readonly verdict: Omit<Verdict, 'advice'>;
}

const inOrder = Object.values(diagnoses).sort((one, other) => one.precedence - other.precedence);

/** The first diagnosis that applies. */
export const diagnose = (symptoms: Symptoms): Diagnosis => inOrder.find(({ applies }) => applies(symptoms)) ?? diagnoses.healthy;

/** Says what is wrong with a measured network, why, and how we know: the same rules for every network. */
export const appraise = (subject: Subject): Appraisal => {
  const { measured, theory, theoryMissing } = subject;
  const symptoms = observeSymptoms(measured, theory);
  const diagnosis = diagnose(symptoms);
  return {
    symptoms,
    diagnosis,
    verdict: {
      kind: diagnosis.kind,
      headline: diagnosis.headline(symptoms),
      cause: explainCause(symptoms, subject),
      signal: describeSignal(symptoms),
      update: describeUpdate(symptoms, subject),
      evidence: gatherEvidence(symptoms, measured, theory ?? theoryMissing),
    },
  };
};
