import { isMeasured, parseQuery } from '@vanish/core/query';
import { deskIssue } from '../desk-issue.ts';
import type { Reply, Request } from '../reply.ts';
import type { Desk, WordCommand } from './command.ts';
import { measure } from './measure.ts';
import { probe } from './probe.ts';

/** `report depth=10 act=sigmoid`, `report model.json`: an answer as a page of HTML. */
export const report: WordCommand = {
  name: 'report',
  summary: 'writes the answer to a question, or to a probe of a saved model, as a page of HTML; -o names the file',
  example: 'report depth=10 act=sigmoid',
  takes: 'words',
  aliases: ['page'],
  options: probe.options,
  answer: async (_words: readonly string[], request: Request, desk: Desk): Promise<Reply> => {
    const about = request.text.trim().replace(/^(?:\/?vanish\s+)?\S+\s*/iu, '');
    if (about === '') return { kind: 'issues', issues: [nothing] };
    const reply = namesFile.test(about)
      ? await probe.answer([], { ...request, text: `${probe.name} ${about}` }, desk)
      : await answerQuestion(about, request, desk);
    return reply.kind === 'answer' || reply.kind === 'probe' ? { kind: 'page', about: reply } : reply;
  },
};

/** A question has no word that ends as files do, and no folders. */
const namesFile = /\.(?:json|h5|hdf5|keras|pb|onnx|pt|pth|bin)(?:["'\s]|$)|^[^=:\s]*[/\\]/iu;

const answerQuestion = async (text: string, request: Request, desk: Desk): Promise<Reply> => {
  const parsed = parseQuery(text);
  if (parsed.kind === 'issues') return { kind: 'issues', issues: parsed.issues };
  if (isMeasured(parsed.question)) return measure.answer(parsed.question, { ...request, text }, desk);
  const problem = `"${text}" is answered in words, and a page is about what was measured`;
  return { kind: 'issues', issues: [deskIssue({ given: text, problem, nearest: 'report depth=10 act=sigmoid' })] };
};

const nothing = deskIssue({
  given: '',
  problem: 'a page is about a question or a saved model, and none was given',
  nearest: 'vanish report depth=10 act=sigmoid',
});
