export type { Choice, Experiment } from './experiment/experiment.ts';
export type { Counts, GradientProfile, LayerMeasurement, Spectrum } from './measure/gradient-profile.ts';
export type { EngineName, Report } from './report.ts';
export type { LayerPrediction, Prediction } from './theory/prediction.ts';
export type { Verdict, VerdictKind } from './verdict/verdict.ts';
