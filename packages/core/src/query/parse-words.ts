import type { Question } from '../experiment/question.ts';
import { findByName } from '../parts/shelf.ts';
import { type Parsed, read, refused } from './parsed.ts';
import { guessQuestion } from './plain-language.ts';
import { findSubject, nearestSubject } from './subjects.ts';
import { findListed, findTopic, listNames, nearestTopic, otherListTopics } from './topics.ts';
import { type Verb, verbs } from './verbs.ts';
import * as wording from './wording/index.ts';

/** A text without its slash command and its verb. */
export interface Split {
  /** Null: networks are measured. */
  readonly verb: Verb | null;
  readonly rest: string;
}

/** Takes the command (`/vanish`, `@vanish`, `vanish`), quotes around everything, and the verb off a normalised text. */
export const splitVerb = (text: string): Split => {
  const bare = withoutQuotes(withoutCommand(withoutQuotes(text)));
  if (bare === '') return { verb: help, rest: '' };
  const [, word = '', rest = ''] = /^-*(\S+)(?: (.*))?$/.exec(bare) ?? [];
  const verb = /^[=:]/.test(rest) ? null : findByName(verbs, word);
  return verb === null ? { verb, rest: bare } : { verb, rest };
};

const help = verbs.find(({ name }) => name === 'help') as Verb;

const withoutCommand = (text: string): string => text.replace(/^[/@!]?vanish(?![^\s:,]|\s*=)[:,]?\s*/i, '');

const withoutQuotes = (text: string): string =>
  /^"([^"]*)"$|^'([^']*)'$/
    .exec(text)
    ?.slice(1)
    .find((inside) => inside !== undefined)
    ?.trim() ?? text;

/** The questions that are answered in words. */
export const parseWords = (verb: Verb, rest: string): Parsed<Question> => {
  switch (verb.name) {
    case 'explain':
      return parseExplain(rest);
    case 'example':
      // with a name it is the question that the preset stands for
      return read({ kind: 'list', topic: 'examples' });
    case 'help':
      return parseHelp(rest);
    case 'list':
      return parseList(rest);
    case 'fix':
      return refused(wording.fixOneNetwork(rest));
    default:
      return verb.name satisfies never;
  }
};

const parseExplain = (rest: string): Parsed<Question> => {
  if (rest === '') return read({ kind: 'explain', topic: null });
  const subject = findSubject(rest);
  if (subject !== null) return read({ kind: 'explain', topic: subject.topic });
  if (/^(?:list|topics|all|everything)$/iu.test(rest)) return read({ kind: 'explain', topic: null });
  const nearest = nearestSubject(rest);
  return refused(wording.unknownSubject(rest, nearest?.topic ?? null, otherListTopics));
};

const parseHelp = (rest: string): Parsed<Question> => {
  if (rest === '') return read({ kind: 'help', topic: null });
  const topic = findTopic(rest);
  if (topic !== null) return read({ kind: 'help', topic: topic.name });
  const nearest = nearestTopic(rest);
  // `how deep can a sigmoid network be?` names something without being its name
  const about = rest.includes(' ') ? findSubject(`how ${rest}`) : null;
  if (about !== null && /^do(?:es)?\s/iu.test(rest)) return read({ kind: 'explain', topic: about.topic });
  if (about !== null) return refused(wording.plainLanguage(`how ${rest}`, guessQuestion(rest)));
  const explained = findSubject(rest);
  if (explained !== null) return refused(wording.unknownTopic('help', rest, `explain ${explained.topic}`, []));
  return refused(wording.unknownTopic('help', rest, nearest === null ? 'help' : `help ${nearest}`, []));
};

const parseList = (rest: string): Parsed<Question> => {
  if (rest === '') return read({ kind: 'list', topic: null });
  const listed = findListed(rest);
  if (listed !== null) return read({ kind: 'list', topic: listed });
  return refused(wording.unknownTopic('list', rest, 'list', listNames));
};
