import { commands } from '../../front-desk.ts';
import { consoleOptions } from './options.ts';

/** What a terminal offers beyond the grammar: more first words, and options. */
export const consoleHelp = (): string => {
  const more = commands.filter(({ takes }) => takes === 'words');
  const left = [...more.map(({ example }) => example), ...consoleOptions.map(optionForm)];
  const width = Math.max(...left.map((form) => form.length)) + 2;
  const row = (form: string, summary: string): string => `  ${form.padEnd(width)}${summary}`;
  return [
    '',
    'in a terminal',
    ...more.map(({ example, summary }) => row(example, summary)),
    ...consoleOptions.map((option) => row(optionForm(option), option.summary)),
    '',
    'Every key is an option too: --depth 10. Without a question a prompt opens; from a pipe, one question per line is read.',
    '',
  ].join('\n');
};

const optionForm = ({ name, letter, value }: (typeof consoleOptions)[number]): string =>
  `${letter === null ? '' : `-${letter}, `}--${name}${value === null ? '' : ` <${value}>`}`;
