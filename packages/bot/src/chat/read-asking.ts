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
import { correct } from './correct.ts';
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
  if (parsed.kind === 'issues') return mistakes(asked, parsed.issues);
  const { question } = parsed;
  const issues = checkQuestion(question);
  if (issues.length > 0) return mistakes(asked, issues);
  if (isMeasured(question)) return { kind: 'question', query: printQuery(question), question };
  const words = question.kind === 'explain' ? explainText(question) : helpText(question);
  return { kind: 'notice', notice: { kind: 'words', text: cutWords(words), tries: [] } };
};

const mistakes = (text: string, issues: readonly Issue[]): AskingRead => {
  const told = issues.slice(0, mostMistakes).map(({ message }) => message);
  const more = issues.length - told.length;
  const meant = correct(text, issues);
  return mistaken((more > 0 ? [...told, `… and ${more} more`] : told).join('\n'), [meant ?? 'help']);
};

const mistaken = (text: string, tries: readonly string[]): AskingRead => ({
  kind: 'notice',
  notice: { kind: 'mistake', text, tries },
});
