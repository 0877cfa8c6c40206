import type { Key } from '@vanish/core/query';

/** What a line completes from: the grammar's keys, the first words, and what some of these are followed by. */
export interface Vocabulary {
  readonly keys: readonly Key[];
  /** `doctor`, `help`, …, `exit` */
  readonly verbs: readonly string[];
  /** What may follow a first word, by that word: topics after `explain`, names after `example`. */
  readonly after: Readonly<Partial<Record<string, readonly string[]>>>;
}

/** What the last word of a line may become, in readline's form: [candidates, the part they replace]. */
export const completeWords = (line: string, { keys, verbs, after }: Vocabulary): [string[], string] => {
  const word = lastWordOf(line);
  const [, first = ''] = /^\s*(\S+)\s+\S*$/u.exec(line) ?? [];
  const second = after[first.toLowerCase()];
  const isFirst = line.trimStart() === word;
  const candidates = second ?? [...valuesFor(word, keys), ...namesFor(line, keys), ...(isFirst ? verbs : [])];
  return [candidates.filter((candidate) => candidate.startsWith(word.toLowerCase())), word];
};

/** The word that a line ends in; empty after a space. */
export const lastWordOf = (line: string): string => /\S*$/u.exec(line)?.[0] ?? '';

/** `act=sigmoid,ta` may become `act=sigmoid,tanh`. */
const valuesFor = (word: string, keys: readonly Key[]): readonly string[] => {
  const [, name = '', before = ''] = /^([^=:]+)[=:](.*,)?[^,]*$/u.exec(word) ?? [];
  const key = keys.find((each) => each.name === name.toLowerCase() || each.aliases.includes(name.toLowerCase()));
  if (key === undefined) return [];
  const start = word.slice(0, name.length + 1) + before;
  return valuesOf(key).map((value) => start.toLowerCase() + value);
};

const valuesOf = (key: Key): readonly string[] => {
  switch (key.kind) {
    case 'choice':
      return Object.values(key.shelf).map(({ name }) => name);
    case 'flag':
      return ['true', 'false'];
    case 'integer':
    case 'number':
      return key.default === null ? [] : [String(key.default)];
    default:
      return key satisfies never;
  }
};

/** After `help` a key stands alone; elsewhere it wants a value. */
const namesFor = (line: string, keys: readonly Key[]): readonly string[] => {
  const isTopic = /^\s*help\s/iu.test(line);
  return keys.filter(({ name }) => !line.includes(`${name}=`)).map(({ name }) => (isTopic ? name : `${name}=`));
};
