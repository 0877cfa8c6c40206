export { isMeasured, type MeasuredQuestion } from '../experiment/question.ts';
export type { AnswerOptions, AnswerProgress } from './answer-options.ts';
export { answerQuestion } from './answer-question.ts';
export type { Brought, Errand, ErrandOf, ErrandOptions, Hands, Progress } from './errand.ts';
export type { MapLine, MapLines } from './map-lines.ts';
export type { Point } from './point.ts';
export type {
  Answer,
  ComparisonReport,
  CureReport,
  Curve,
  MapReport,
  Proof,
  Ranked,
  StudyReport,
  StudyVerdict,
  SweepReport,
  SweptAxis,
  Treatment,
} from './study-report.ts';
