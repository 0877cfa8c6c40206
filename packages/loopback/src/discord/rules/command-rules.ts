import { ApplicationCommandType } from 'discord-api-types/v10';
import { type Fields, fieldsOf, isAbsent, lengthOf, listOf, numberOf, textOf } from '../json.ts';
import { type Breach, breachIf } from './breach.ts';
import { optionsBreaches } from './option-rules.ts';
import { descriptionBreaches, nameBreaches } from './spelling-rules.ts';

/** Where one command breaks Discord's rules. */
export const commandBreaches = (value: unknown): readonly Breach[] => {
  const command = fieldsOf(value);
  const type = isAbsent(command['type']) ? ApplicationCommandType.ChatInput : numberOf(command['type']);
  if (type !== ApplicationCommandType.ChatInput) return contextBreaches(command);
  const total = charactersOf(command);
  return [
    ...nameBreaches(command),
    ...descriptionBreaches(command),
    ...optionsBreaches(command['options'], 0),
    ...breachIf(total > 8000, 'command-length', `/${textOf(command['name'])} has ${total} characters in total, at most 8000`),
  ];
};

/** Commands of context menus have free names, and neither descriptions nor options. */
const contextBreaches = (command: Fields): readonly Breach[] => [
  ...breachIf(lengthOf(command['name']) < 1 || lengthOf(command['name']) > 32, 'command-name', 'a name has 1 to 32 characters'),
  ...breachIf(lengthOf(command['description']) > 0, 'context-description', 'a command of a context menu has no description'),
  ...breachIf(listOf(command['options']).length > 0, 'context-options', 'a command of a context menu has no options'),
];

/** Names, descriptions and values of a command and all inside it; of translations the longest counts alone. */
const charactersOf = (part: Fields): number => {
  const longest = (key: string): number =>
    Math.max(lengthOf(part[key]), ...Object.values(fieldsOf(part[`${key}_localizations`])).map(lengthOf));
  const inside = [...listOf(part['options']), ...listOf(part['choices'])].map(fieldsOf);
  return (
    longest('name') + longest('description') + lengthOf(part['value']) + inside.reduce((sum, each) => sum + charactersOf(each), 0)
  );
};

/** Where the commands of an application break Discord's rules, each alone and all together. */
export const commandListBreaches = (value: unknown): readonly Breach[] => {
  const commands = listOf(value).map(fieldsOf);
  const keys = commands.map(({ type, name }) => `${numberOf(type) || ApplicationCommandType.ChatInput} ${textOf(name)}`);
  const countOf = (type: number): number => keys.filter((key) => key.startsWith(`${type} `)).length;
  return [
    ...commands.flatMap(commandBreaches),
    ...breachIf(new Set(keys).size !== keys.length, 'command-unique', 'two commands of one type have one name'),
    ...breachIf(countOf(ApplicationCommandType.ChatInput) > 100, 'command-count', 'more than 100 slash commands'),
    ...breachIf(countOf(ApplicationCommandType.Message) > 15, 'command-count', 'more than 15 commands of messages'),
    ...breachIf(countOf(ApplicationCommandType.User) > 15, 'command-count', 'more than 15 commands of users'),
  ];
};
