import type { MeasuredQuestion } from '../experiment/question.ts';
import type { AnswerOptions } from './answer-options.ts';
import { openBench } from './bench.ts';
import type { Hands } from './errand.ts';
import * as studies from './studies/index.ts';
import type { StudyKind } from './study.ts';
import type { Answer } from './study-report.ts';

/**
 * Answers a question that was checked, with the hands that there are. The same question has the same answer whoever runs its errands.
 * **Throws** what the hands throw.
 */
export const answerQuestion = async (question: MeasuredQuestion, hands: Hands, options: AnswerOptions = {}): Promise<Answer> => {
  const { onProgress, signal } = options;
  if (question.kind === 'network' || question.kind === 'training') {
    const kind = question.kind === 'training' ? 'training' : 'report';
    return hands.run(
      { kind, experiment: question.experiment },
      { signal, onProgress: (progress) => onProgress?.({ ...progress, done: 0, count: 1 }) },
    );
  }
  const study = Object.values<StudyKind<never>>(studies).find(({ answers }) => answers.includes(question.kind));
  if (study === undefined) throw new RangeError(`no study answers a question of kind "${question.kind}"`);
  return study.run(question as never, openBench(hands, options));
};
