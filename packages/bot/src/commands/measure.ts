import { checkQuestion, type Question } from '@vanish/core/query';
import type { Reply, Request } from '../reply.ts';
import type { Desk, QuestionCommand } from './command.ts';

/** `depth=10 act=sigmoid`: networks are built, measured, judged. */
export const measure: QuestionCommand = {
  name: 'measure',
  summary: 'builds the network, measures its gradients, says what is wrong',
  example: 'depth=10 act=sigmoid',
  takes: 'questions',
  kinds: ['network', 'comparison', 'sweep', 'map', 'versus', 'training', 'fix'],
  answer: async (question: Question, request: Request, { laboratory }: Desk): Promise<Reply> => {
    const issues = checkQuestion(question);
    if (issues.length > 0) return { kind: 'issues', issues };
    if (question.kind === 'training') {
      return { kind: 'training', report: await laboratory.train(question.experiment, request) };
    }
    if (question.kind !== 'network') throw new Error(`a question of kind "${question.kind}" is neither announced nor answered`);
    return { kind: 'report', report: await laboratory.measure(question.experiment, request) };
  },
};
