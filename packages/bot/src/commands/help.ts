import { checkQuestion, explainText, helpText, type Question } from '@vanish/core/query';
import type { Reply } from '../reply.ts';
import type { QuestionCommand } from './command.ts';

/** `help`, `list`, `explain`: the grammar speaks about itself, and about what it knows. */
export const help: QuestionCommand = {
  name: 'help',
  summary: 'the grammar, a key, or a name',
  example: 'help init',
  takes: 'questions',
  kinds: ['help', 'list', 'explain'],
  answer: async (question: Question): Promise<Reply> => {
    const issues = checkQuestion(question);
    if (issues.length > 0) return { kind: 'issues', issues };
    if (question.kind === 'explain') return { kind: 'words', text: explainText(question) };
    if (question.kind !== 'help' && question.kind !== 'list')
      throw new Error(`no words answer a question of kind "${question.kind}"`);
    return { kind: 'words', text: helpText(question) };
  },
};
