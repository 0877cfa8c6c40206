import type { Experiment } from '../experiment/experiment.ts';
import type { GradientProfile } from '../measure/gradient-profile.ts';
import type { Blueprint } from '../parts/blueprint.ts';
import type { Prediction } from '../theory/prediction.ts';
import { advise } from './advice.ts';
import { appraise } from './appraise.ts';
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

/** Says what is wrong with a measured network, why, how we know, and what to try. */
export const judge = ({ experiment, blueprint, measured, theory, theoryMissing }: Case): Verdict => {
  const { story, optimizer, learningRate } = blueprint;
  const { activation } = experiment;
  const { symptoms, verdict } = appraise({ measured, theory, theoryMissing, activation, story, optimizer, learningRate });
  return Object.freeze({ ...verdict, advice: advise(experiment, verdict.kind, symptoms.decades?.value ?? null) });
};
