import { deskIssue } from '../desk-issue.ts';
import { examineFonts } from '../examine-fonts.ts';
import type { Reply, Request } from '../reply.ts';
import type { Desk, WordCommand } from './command.ts';

/** `doctor`: Node, engine, TensorFlow, cache, fonts, kept answers, and what to do where something is missing. */
export const doctor: WordCommand = {
  name: 'doctor',
  summary: 'looks at this computer: Node, engine, TensorFlow, cache, fonts',
  example: 'doctor',
  takes: 'words',
  aliases: ['diagnose', 'checkup'],
  options: [],
  answer: async (words: readonly string[], request: Request, { laboratory, answers }: Desk): Promise<Reply> => {
    const issues = words.map((word) => deskIssue({ given: word, problem: `doctor takes no words, but was given "${word}"` }));
    if (issues.length > 0) return { kind: 'issues', issues };
    const [machine, fonts, kept] = await Promise.all([laboratory.examine(request), examineFonts(), answers.describe()]);
    return {
      kind: 'examination',
      examination: [...machine, fonts, { name: 'answers', value: kept, isFine: true, advice: null }],
    };
  },
};
