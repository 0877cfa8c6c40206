import type { Notice } from './conversation.ts';

/** What is said of a message in which nobody asks anything. */
export const nothingAsked: Notice = {
  kind: 'mistake',
  text: 'No question was found in this message. A question looks like this: depth=10 act=sigmoid',
  tries: ['depth=10 act=sigmoid'],
};

/** A word of the grammar that a question may begin with. */
const verbs = /^(?:fix|explain|why|help|list|example|compare)$/iu;

const pair = /^(?:--)?[a-z][a-z-]*[=:]\S+$/iu;

/**
 * The question in a message that people wrote to each other: what follows the bot's name or command, or stands in a code span, or else
 * the longest run of `key=value`. Empty where there is none.
 */
export const questionIn = (message: string): string => {
  const text = message.normalize('NFKC');
  const called = /(?:^|\s)\/?vanish\b[:,]?\s*([^\n`]*)/iu.exec(text)?.[1]?.trim();
  if (called !== undefined && called !== '') return called.replace(/^question[:=]\s*/iu, '');
  const spans = [...text.matchAll(/`+([^`]+)`+/gu)].map(([, span = '']) => longestRun(span));
  return [...spans, longestRun(text)].find((run) => run !== '') ?? '';
};

/** The longest stretch of words that are pairs, with `vs` between them and a verb in front. */
const longestRun = (text: string): string => {
  const runs: string[][] = [];
  let run: string[] = [];
  for (const raw of text.split(/\s+/u)) {
    const word = raw.replace(/[.;!?)]+$/u, '');
    const continues =
      pair.test(word) || (word.toLowerCase() === 'vs' && run.length > 0) || (run.length === 0 && verbs.test(word));
    if (continues) run.push(word);
    else {
      runs.push(run);
      run = [];
    }
  }
  const complete = [...runs, run].map((words) => dropLoose(words)).filter((words) => words.some((word) => pair.test(word)));
  return complete.sort((one, other) => other.length - one.length)[0]?.join(' ') ?? '';
};

/** Without a `vs` at the end, behind which nothing came. */
const dropLoose = (words: readonly string[]): readonly string[] =>
  words.at(-1)?.toLowerCase() === 'vs' ? words.slice(0, -1) : words;
