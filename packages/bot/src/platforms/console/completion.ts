import { completeWords, lastWordOf, type Vocabulary } from '../../complete-words.ts';
import { consoleOptions } from './options.ts';

/** What a line in a terminal completes from. */
export interface ConsoleVocabulary extends Vocabulary {
  /** Options of a first word alone, by that word: `data` after `probe`. */
  readonly options: Readonly<Partial<Record<string, readonly string[]>>>;
}

/** What the last word of a line may become, options of the console among it, in readline's form. */
export const complete = (line: string, vocabulary: ConsoleVocabulary): [string[], string] => {
  const word = lastWordOf(line);
  if (!word.startsWith('--')) return completeWords(line, vocabulary);
  return [optionsFor(line, vocabulary).filter((candidate) => candidate.startsWith(word.toLowerCase())), word];
};

/** Those of the console; behind a command its own, elsewhere the keys of the grammar. */
const optionsFor = (line: string, { keys, options }: ConsoleVocabulary): readonly string[] => [
  ...consoleOptions.map(({ name, value }) => (value === null ? `--${name}` : `--${name} `)),
  ...(options[firstWordOf(line)] ?? keys.map(({ name }) => name)).map((name) => `--${name} `),
];

const firstWordOf = (line: string): string => (/^\s*(\S*)/u.exec(line)?.[1] ?? '').toLowerCase();
