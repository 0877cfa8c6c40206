import { type Key, keys } from '@vanish/core/query';
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';

/** The slash command, and what the command on a message is called. */
export const commandName = 'vanish';
export const messageCommandName = 'Run this';

/** The options that are no keys. */
export const questionOption = 'question';
export const privateOption = 'private';

/** Keys with a field of their own, of at most 25 options that a command may have; all others are typed into `question`. */
const fields: readonly string[] = [
  ...['net', 'depth', 'width', 'act', 'init', 'gain', 'bias', 'norm', 'place', 'skip', 'order'],
  ...['gate', 'forget', 'batch', 'seeds', 'seed', 'loss', 'task', 'opt', 'lr', 'clip', 'train'],
];

/** What Discord takes. **Unit** characters, or choices. */
const [longestDescription, mostChoices] = [100, 25];

/** Everything this bot answers to, as one request registers it; derived from the keys of the grammar. */
export const commandDefinitions = (): RESTPutAPIApplicationCommandsJSONBody => {
  const where = {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: commandName,
      description: 'Why does this deep network not learn, and what fixes it? Without options: how to ask',
      options: [question, ...fieldKeys().map(optionOf), isPrivate],
      ...where,
    },
    { type: ApplicationCommandType.Message, name: messageCommandName, ...where },
  ];
};

/** The keys that have a field of their own. */
const fieldKeys = (): readonly Key[] => keys.filter(({ name }) => fields.includes(name));

const question: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: questionOption,
  description: 'anything: depth=2..64 act=tanh,relu · fix depth=30 act=sigmoid · explain batchnorm · help',
  max_length: 2000,
  autocomplete: true,
};

const isPrivate: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: privateOption,
  description: 'whether only you see the answer',
};

const optionOf = (key: Key): APIApplicationCommandBasicOption => {
  const facts = { name: key.name, description: key.summary.slice(0, longestDescription) };
  switch (key.kind) {
    case 'integer':
      return { ...facts, type: ApplicationCommandOptionType.Integer, min_value: key.minimum, max_value: key.maximum };
    case 'number':
      return { ...facts, type: ApplicationCommandOptionType.Number, min_value: key.minimum, max_value: key.maximum };
    case 'flag':
      return { ...facts, type: ApplicationCommandOptionType.Boolean };
    case 'choice': {
      const names = Object.values(key.shelf).map(({ name }) => name);
      const choices = names.map((name) => ({ name, value: name }));
      return { ...facts, type: ApplicationCommandOptionType.String, ...(names.length <= mostChoices ? { choices } : {}) };
    }
    default:
      return key satisfies never;
  }
};
