import { type Issue, parseQuery } from '@vanish/core/query';
import { deskIssue } from '../desk-issue.ts';

/** An engine as a word command was told it, and the text without it. */
export interface EngineReading {
  readonly name: string;
  readonly issues: readonly Issue[];
  readonly rest: string;
}

const pattern = /(?:^|\s)(?:--)?(?:engine|backend)(?:\s*[=:]\s*|\s+)(\S+)/iu;

/** `engine=wasm`, `--engine wasm`: the grammar knows the engines, their other names, and the slips of the finger. */
export const readEngine = (text: string): EngineReading => {
  const named = pattern.exec(text)?.[1];
  if (named === undefined) return { name: 'auto', issues: [], rest: text };
  const setting = `engine=${named}`;
  const rest = text.replace(pattern, ' ');
  const parsed = parseQuery(setting);
  if (parsed.kind === 'issues') return { name: '', issues: parsed.issues, rest };
  const { question } = parsed;
  if (question.kind === 'network') return { name: question.experiment.engine.name, issues: [], rest };
  const problem = `"${setting}" does not name one engine`;
  return { name: '', issues: [deskIssue({ field: 'engine', given: setting, problem, nearest: 'engine=auto' })], rest };
};
