import {
  type APIApplicationCommand,
  ApplicationCommandType,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { createInteraction } from '../interactions/create.ts';
import type { Interaction } from '../interactions/interaction.ts';
import type { SeenMessage } from '../messages/seen-message.ts';
import type { StoredMessage } from '../messages/stored-message.ts';
import { toJson } from '../messages/to-json.ts';
import { createMessage } from '../messages/write.ts';
import type { World } from '../world.ts';
import type { Person } from './person.ts';
import { type Place, placeOf, type Where } from './place.ts';
import { type Typed, typedOptions } from './typed-options.ts';

/** A slash command as a person types it. */
export interface SlashCall extends Where, Omit<Typed, 'focused'> {
  readonly name: string;
}

/** A slash command while a person types it, with the cursor in one of its options. */
export interface AutocompleteCall extends Where, Typed {
  readonly name: string;
  readonly focused: string;
}

/** A command of a message's context menu. */
export interface ContextCall extends Where {
  readonly commandName: string;
  /** A message that stands on the server, or one that somebody has just written. */
  readonly message: SeenMessage | { readonly content: string; readonly author?: string | Person };
}

/** The command that a person finds: the guild's before the global one; null while none at all is registered. */
const registered = (
  world: World,
  name: string,
  type: ApplicationCommandType,
  { guildId }: Place,
): APIApplicationCommand | null => {
  const all = [...world.commands.values()];
  const named = all.filter((command) => command.name === name && command.type === type);
  const found = named.find((command) => command.guild_id === guildId) ?? named.find((command) => command.guild_id === undefined);
  if (found === undefined && all.length > 0) throw new Error(`a person finds no command ${JSON.stringify(name)}`);
  return found ?? null;
};

const commandData = (world: World, command: APIApplicationCommand | null, name: string, type: ApplicationCommandType) => ({
  id: command?.id ?? world.snowflake(),
  name,
  type,
  ...(command?.guild_id === undefined ? {} : { guild_id: command.guild_id }),
});

/** A person sends a slash command. */
export const slash = (world: World, call: SlashCall): Interaction =>
  typedCommand(world, call, InteractionType.ApplicationCommand);

/** A person types into an option that completes itself. */
export const autocomplete = (world: World, call: AutocompleteCall): Interaction =>
  typedCommand(world, call, InteractionType.ApplicationCommandAutocomplete);

const typedCommand = (world: World, call: SlashCall & Typed, type: InteractionType): Interaction => {
  const place = placeOf(world, call);
  const command = registered(world, call.name, ApplicationCommandType.ChatInput, place);
  const data = {
    ...commandData(world, command, call.name, ApplicationCommandType.ChatInput),
    options: typedOptions(command, call),
  };
  return createInteraction(world, { type, name: fullName(call), data, place });
};

const fullName = ({ name, subcommandGroup, subcommand }: SlashCall): string =>
  [name, subcommandGroup, subcommand].filter((part) => part !== undefined).join(' ');

/** A person chooses a command in the context menu of a message. */
export const context = (world: World, call: ContextCall): Interaction => {
  const place = placeOf(world, call);
  const command = registered(world, call.commandName, ApplicationCommandType.Message, place);
  const target = targetOf(world, call.message, place);
  const data = {
    ...commandData(world, command, call.commandName, ApplicationCommandType.Message),
    target_id: target.id,
    resolved: { messages: { [target.id]: toJson(world, target) } },
  };
  return createInteraction(world, { type: InteractionType.ApplicationCommand, name: call.commandName, data, place });
};

const targetOf = (world: World, message: ContextCall['message'], place: Place): StoredMessage => {
  if (!('id' in message))
    return say(world, message.content, {
      ...placeOf(world, { user: message.author ?? place.person }),
      channelId: place.channelId,
      guildId: place.guildId,
    });
  const target = world.messages.get(message.id);
  if (target === undefined || target.isDeleted) throw new Error('a person cannot choose a message that is gone');
  if ((target.state.flags & MessageFlags.Ephemeral) !== 0)
    throw new Error('an ephemeral message has no commands of applications');
  return target;
};

/** A person writes a message. */
export const say = (
  world: World,
  content: string,
  { channelId, guildId, person }: Place,
  referenceId: string | null = null,
): StoredMessage =>
  createMessage(world, {
    channelId,
    guildId,
    type: referenceId === null ? MessageType.Default : MessageType.Reply,
    author: person,
    referenceId,
    state: { content, embeds: [], components: [], attachments: [], flags: 0, allowedMentions: undefined, atMs: world.now() },
  });
