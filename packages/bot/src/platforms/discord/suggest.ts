import { allPresets, allSubjects, keys, listNames } from '@vanish/core/query';
import type { APIApplicationCommandOptionChoice } from 'discord.js';
import { questionForms } from '../../chat/question-forms.ts';
import { completeWords } from '../../complete-words.ts';

/** What Discord takes. **Unit** suggestions, characters. */
const [mostSuggestions, longestSuggestion] = [25, 100];

/** What a question that somebody is typing may become: questions that begin so, and what its last word may be. */
export const suggestQuestions = (typed: string): APIApplicationCommandOptionChoice<string>[] => {
  const line = typed.trimStart();
  const [candidates, word] = completeWords(line, vocabulary());
  const before = line.slice(0, line.length - word.length);
  const whole = [...questionForms, ...allPresets.map(({ query }) => query)];
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
  verbs: ['fix ', 'explain ', 'help ', 'list ', 'example ', 'about'],
  after: {
    explain: allSubjects().map(({ name }) => name),
    example: allPresets.map(({ name }) => name),
    list: listNames,
    help: keys.map(({ name }) => name),
  },
});
