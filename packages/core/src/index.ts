export { defaultExperiment } from './experiment/complete.ts';
export type { Choice, Experiment } from './experiment/experiment.ts';
export type { Issue } from './experiment/issue.ts';
export { type ChoiceKey, type FlagKey, type IntegerKey, type Key, keys, type NumberKey, type Rows } from './experiment/keys.ts';
export type { Axis, Question, Study } from './experiment/question.ts';
export {
  ask,
  type InvestigateOptions,
  investigate,
  type Laboratory,
  openLaboratory,
  QuestionError,
} from './investigate.ts';
export type {
  Counts,
  GradientProfile,
  LayerMeasurement,
  MeasuredSize,
  PathMeasurement,
  PathTerms,
  Spectrum,
} from './measure/gradient-profile.ts';
export type {
  Movement,
  RecordedStep,
  RowAtStep,
  RowHistograms,
  StepHistograms,
  TrainingRecord,
} from './measure/training/training-record.ts';
export type { TrainingOutcome } from './notions/verdict-kind.ts';
export type { DecadeHistogram } from './numbers/decade-histogram.ts';
export type { Shelf, Shelved } from './parts/shelf.ts';
export type { Explanation, Listed, Variant, VariantParameter } from './parts/variant.ts';
export { checkQuestion } from './query/check-question.ts';
export { explainText } from './query/explain.ts';
export { helpText } from './query/help.ts';
export { type ParsedQuery, parseQuery } from './query/parse-query.ts';
export { printQuery } from './query/print-query.ts';
export type { EngineName, Report, TrainingReport } from './report.ts';
export {
  type Claim,
  type Comparison,
  claims,
  type Outcome,
  type ReproduceOptions,
  type ReproduceProgress,
  type ReproductionRow,
  reproduce,
  type Takes,
  type ToleranceKind,
} from './reproduce/index.ts';
export * from './study/index.ts';
export type { LayerPrediction, PathPrediction, Prediction } from './theory/prediction.ts';
export type { TrainingVerdict } from './verdict/training-verdict.ts';
export type { Verdict, VerdictKind } from './verdict/verdict.ts';
