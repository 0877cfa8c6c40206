import { complete } from '../experiment/complete.ts';
import type { Experiment } from '../experiment/experiment.ts';
import type { Question } from '../experiment/question.ts';
import { checkQuestion } from '../query/check-question.ts';
import { printQuery } from '../query/print-query.ts';
import type { StudyVerdict } from './study-report.ts';

/** Steps that tell who learns, the longest first. */
const steps: readonly number[] = [200, 100, 50];

/** The same question with a training of each network, as long as one reply can take; null where it trains already, or none fits. */
export const trainInstead = (question: Question, why: string): StudyVerdict['advice'] => {
  if (trainsAlready(question)) return null;
  for (const train of steps) {
    const longer = withChange(question, { train });
    if (longer !== null && checkQuestion(longer).length === 0) return { query: printQuery(longer), why };
  }
  return null;
};

const trainsAlready = (question: Question): boolean =>
  'experiments' in question
    ? question.experiments.some(({ train }) => train > 0)
    : 'experiment' in question && question.experiment.train > 0;

/** The question with a change in each of its networks; null where it has none. */
const withChange = (question: Question, change: Partial<Experiment>): Question | null => {
  if ('experiments' in question) return { ...question, experiments: question.experiments.map((one) => complete(change, one)) };
  if (!('experiment' in question)) return null;
  const axes = 'axes' in question ? question.axes : [];
  return { ...question, experiment: complete(change, question.experiment, axes) };
};
