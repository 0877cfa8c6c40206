import { type APIApplicationCommandInteractionDataOption, ApplicationCommandOptionType } from 'discord.js';
import { privateOption, questionOption } from './slash-command.ts';

/** What somebody filled in. */
export interface FilledIn {
  /** One text of the grammar. */
  readonly text: string;
  readonly isPrivate: boolean;
}

/** The fields of a slash command as one text: what was typed first, then a pair per field. */
export const readOptions = (options: readonly APIApplicationCommandInteractionDataOption[] = []): FilledIn => {
  const values = options.flatMap((option) => ('value' in option ? [{ name: option.name, value: option.value }] : []));
  const typed = values.find(({ name }) => name === questionOption)?.value ?? '';
  const pairs = values
    .filter(({ name }) => name !== questionOption && name !== privateOption)
    .map(({ name, value }) => `${name}=${value}`);
  return {
    text: [String(typed).trim(), ...pairs].filter((part) => part !== '').join(' '),
    isPrivate: values.some(({ name, value }) => name === privateOption && value === true),
  };
};

/** What stands in the field that somebody is typing into. */
export const focusedOption = (
  options: readonly APIApplicationCommandInteractionDataOption[] = [],
): { readonly name: string; readonly typed: string } => {
  const focused = options.find((option) => option.type === ApplicationCommandOptionType.String && option.focused === true);
  return { name: focused?.name ?? '', typed: focused !== undefined && 'value' in focused ? String(focused.value) : '' };
};
