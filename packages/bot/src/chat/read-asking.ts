import {
  checkQuestion,
  explainText,
  helpText,
  type Issue,
  isMeasured,
  type MeasuredQuestion,
  parseQuery,
  printQuery,
} from '@vanish/core/query';
import type { Notice } from './conversation.ts';
import { cutWords } from './words.ts';

/** A question of which nothing is wrong, or what to say instead. */
export type AskingRead =
  | { readonly kind: 'question'; readonly query: string; readonly question: MeasuredQuestion }
  | { readonly kind: 'notice'; readonly notice: Notice };

/** Longer than any question can be; what is longer is not looked at. **Unit** characters */
const longest = 6000;

/** Mistakes that are told; more of them are of no use to anybody. */
const mostMistakes = 8;

/** Reads what somebody typed. Takes well below a millisecond, whatever it is. */
export const readAsking = (text: string): AskingRead => {
  if (text.length > longest) return mistaken(`That is ${text.length} characters long; a question has at most ${longest}.`, []);
  const asked = text.trim() === '' ? 'help' : text;
  const parsed = parseQuery(asked);
  if (parsed.kind === 'issues') return mistakes(parsed.issues);
  const { question } = parsed;
  const issues = checkQuestion(question);
  if (issues.length > 0) return mistakes(issues);
  if (isMeasured(question)) return { kind: 'question', query: printQuery(question), question };
  const words = question.kind === 'explain' ? explainText(question) : helpText(question);
  return { kind: 'notice', notice: { kind: 'words', text: cutWords(words), tries: [] } };
};

const mistakes = (issues: readonly Issue[]): AskingRead => {
  const told = issues.slice(0, mostMistakes).map(({ message }) => message);
  const more = issues.length - told.length;
  const lines = more > 0 ? [...told, `… and ${more} more`] : told;
  const tries = issues.flatMap(({ nearest }) => (nearest !== null && isQuestion(nearest) ? [nearest] : []));
  return mistaken(lines.join('\n'), tries.slice(0, 1));
};

const mistaken = (text: string, tries: readonly string[]): AskingRead => ({
  kind: 'notice',
  notice: { kind: 'mistake', text, tries },
});

/** The nearest to a slip of a name is a name; only whole questions can be asked with one press. */
const isQuestion = (text: string): boolean => {
  const parsed = parseQuery(text);
  return (
    /[=\s]/u.test(text) &&
    parsed.kind === 'question' &&
    isMeasured(parsed.question) &&
    checkQuestion(parsed.question).length === 0
  );
};
