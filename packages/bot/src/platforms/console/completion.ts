import type { Key } from '@vanish/core/query';
import { completeWords, lastWordOf, type Vocabulary } from '../../complete-words.ts';
import { consoleOptions } from './options.ts';

/** What the last word of a line may become, options of the console among it, in readline's form. */
export const complete = (line: string, vocabulary: Vocabulary): [string[], string] => {
  const word = lastWordOf(line);
  if (!word.startsWith('--')) return completeWords(line, vocabulary);
  return [optionsFor(vocabulary.keys).filter((candidate) => candidate.startsWith(word.toLowerCase())), word];
};

const optionsFor = (keys: readonly Key[]): readonly string[] => [
  ...consoleOptions.map(({ name, value }) => (value === null ? `--${name}` : `--${name} `)),
  ...keys.map(({ name }) => `--${name} `),
];
