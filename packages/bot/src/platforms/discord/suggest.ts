import { allPresets, allSubjects, keys, listNames } from '@vanish/core/query';
import type { APIApplicationCommandOptionChoice } from 'discord.js';
import { completeWords } from '../../complete-words.ts';

/** What Discord takes. **Unit** suggestions, characters. */
const [mostSuggestions, longestSuggestion] = [25, 100];

/** What each form of the grammar looks like. */
const forms = [
  'depth=10 act=sigmoid',
  'depth=10 act=sigmoid,tanh,relu',
  'depth=2..64 act=sigmoid,tanh,relu',
  'depth=30 act=tanh init=normal gain=0.5..3 bias=0..1',
  'depth=10 act=tanh train=200',
  'fix depth=30 act=sigmoid',
  'explain batchnorm',
  'help',
] as const;

/** What a question that somebody is typing may become: questions that begin so, and what its last word may be. */
export const suggestQuestions = (typed: string): APIApplicationCommandOptionChoice<string>[] => {
  const line = typed.trimStart();
  const [candidates, word] = completeWords(line, vocabulary());
  const before = line.slice(0, line.length - word.length);
  const whole = [...forms, ...allPresets.map(({ query }) => query)];
  const texts = [
    ...(line === '' ? [] : [line.trimEnd()]),
    ...whole.filter((text) => text.startsWith(line.toLowerCase())),
    ...(line === '' ? [] : candidates.map((candidate) => before + candidate)),
  ];
  return [...new Set(texts)]
    .filter((text) => text !== '' && text.length <= longestSuggestion)
    .slice(0, mostSuggestions)
    .map((text) => ({ name: text, value: text }));
};

const vocabulary = () => ({
  keys,
  verbs: ['fix ', 'explain ', 'help ', 'list ', 'example '],
  after: {
    explain: allSubjects().map(({ name }) => name),
    example: allPresets.map(({ name }) => name),
    list: listNames,
    help: keys.map(({ name }) => name),
  },
});
