import { GatewayIntentBits, MessageFlags, type MessageType } from 'discord-api-types/v10';
import type { Interaction } from '../interactions/interaction.ts';
import { memberOf, type Person } from '../people/person.ts';
import { isVisible, type World } from '../world.ts';
import { pingsOf } from './pings.ts';
import type { MessageState, StoredMessage } from './stored-message.ts';
import { toJson } from './to-json.ts';

/** A message to be. */
export interface NewMessage {
  readonly channelId: string;
  readonly guildId: string | null;
  readonly type: MessageType;
  readonly author: Person | null;
  readonly referenceId?: string | null;
  readonly interaction?: Interaction | null;
  readonly state: MessageState;
}

/** Puts a message on the server, notifies whom it names, and tells the gateway. */
export const createMessage = (world: World, { referenceId = null, interaction = null, ...rest }: NewMessage): StoredMessage => {
  const message: StoredMessage = { ...rest, id: world.snowflake(), referenceId, interaction, history: [], isDeleted: false };
  world.messages.set(message.id, message);
  notify(world, message);
  tell(world, message, 'MESSAGE_CREATE');
  world.waiting.changed();
  return message;
};

/** Gives a message another state. A deferred answer notifies when it stops loading, any other edit notifies nobody. */
export const editMessage = (world: World, message: StoredMessage, state: MessageState): StoredMessage => {
  const wasLoading = isLoading(message);
  message.history.push(message.state);
  message.state = state;
  if (wasLoading) notify(world, message);
  tell(world, message, 'MESSAGE_UPDATE');
  world.waiting.changed();
  return message;
};

/** Takes a message off the server; what it said stays known to tests. */
export const deleteMessage = (world: World, message: StoredMessage): void => {
  message.isDeleted = true;
  const { id, channelId, guildId } = message;
  const data = { id, channel_id: channelId, ...(guildId === null ? {} : { guild_id: guildId }) };
  if (!isEphemeral(message) && isVisible(world, channelId))
    world.dispatch({
      name: 'MESSAGE_DELETE',
      guildId,
      dataFor: (intents) => ((intents & neededFor(guildId)) === 0 ? null : data),
    });
  world.waiting.changed();
};

/** True while a deferred answer shows that the bot is thinking. */
export const isLoading = ({ state }: StoredMessage): boolean => (state.flags & MessageFlags.Loading) !== 0;

const isEphemeral = ({ state }: StoredMessage): boolean => (state.flags & MessageFlags.Ephemeral) !== 0;

const neededFor = (guildId: string | null): GatewayIntentBits =>
  guildId === null ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;

const notify = (world: World, message: StoredMessage): void => {
  if (message.author !== null || isEphemeral(message) || isLoading(message)) return;
  const repliedTo = message.referenceId === null ? undefined : world.messages.get(message.referenceId)?.author?.id;
  const ping = pingsOf(message.state, message.interaction === null ? (repliedTo ?? null) : null);
  if (ping.everyone || ping.users.length + ping.roles.length > 0) world.pings.push({ messageId: message.id, ...ping });
};

const tell = (world: World, message: StoredMessage, name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE'): void => {
  const { guildId } = message;
  if (isEphemeral(message) || !isVisible(world, message.channelId)) return;
  const json = toJson(world, message);
  const place = guildId === null ? {} : { guild_id: guildId, member: memberOf(world.openedAt) };
  world.dispatch({
    name,
    guildId,
    dataFor: (intents) => {
      if ((intents & neededFor(guildId)) === 0) return null;
      return { ...(mayRead(world, message, intents) ? json : withoutText(json)), ...place };
    },
  });
};

/** Text reaches the bot with the privileged intent, in direct messages, in messages that name it, and in its own. */
const mayRead = (world: World, { author, guildId, state }: StoredMessage, intents: number): boolean =>
  author === null ||
  guildId === null ||
  (intents & GatewayIntentBits.MessageContent) !== 0 ||
  pingsOf({ ...state, allowedMentions: null }, null).users.includes(world.bot.id);

const withoutText = (json: object): object => ({ ...json, content: '', embeds: [], attachments: [], components: [] });
