import { checkQuestion, isMeasured, printQuery, type Question } from '@vanish/core/query';
import { isWhole } from '../answers/answer-store.ts';
import type { Reply, Request } from '../reply.ts';
import type { Desk, QuestionCommand } from './command.ts';

/** `depth=10 act=sigmoid`: networks are built, measured, judged; one, or many of them. */
export const measure: QuestionCommand = {
  name: 'measure',
  summary: 'builds the network, measures its gradients, says what is wrong',
  example: 'depth=10 act=sigmoid',
  takes: 'questions',
  kinds: ['network', 'comparison', 'sweep', 'map', 'versus', 'training', 'fix'],
  answer: async (question: Question, request: Request, { laboratory, answers }: Desk): Promise<Reply> => {
    const issues = checkQuestion(question);
    if (issues.length > 0) return { kind: 'issues', issues };
    if (!isMeasured(question)) throw new Error(`a question of kind "${question.kind}" is answered in words`);
    const query = printQuery(question);
    const kept = request.isFresh ? null : await answers.get(query);
    if (kept !== null) return { kind: 'answer', answer: kept.answer, keptSince: kept.since };
    const answer = await laboratory.answer(question, request);
    if (isWhole(answer)) await answers.put(query, { answer, since: new Date() });
    return { kind: 'answer', answer, keptSince: null };
  },
};
