import { ChannelType, MessageType } from 'discord-api-types/v10';
import { channelJson, guildJson } from '../../gateway/guild-json.ts';
import { fieldsOf, isAbsent, textOf } from '../../json.ts';
import { compose } from '../../messages/compose.ts';
import type { MessageState, StoredMessage } from '../../messages/stored-message.ts';
import { toJson } from '../../messages/to-json.ts';
import { createMessage, deleteMessage, editMessage } from '../../messages/write.ts';
import { userOf } from '../../people/person.ts';
import { Refusal, refuseBreaches } from '../../rules/refusal.ts';
import { isVisible, type World } from '../../world.ts';
import { type ApiAnswer, type ApiRequest, bodyOf, type Route } from '../route.ts';

/** The guild of a channel, null for direct messages. **Throws** a refusal where the bot does not see the channel. */
const guildOf = (world: World, channelId: string): string | null => {
  if (isVisible(world, channelId)) return world.guildChannels.has(channelId) ? world.guildId : null;
  // a bot may try: whether it has joined the guild of an interaction it learns only so
  if ([...world.hiddenChannels.values()].includes(channelId)) throw new Refusal(403, 50001, 'Missing Access');
  throw new Refusal(404, 10003, 'Unknown Channel', [{ rule: 'unknown-channel', detail: `there is no channel ${channelId}` }]);
};

const directChannelJson = (world: World, channelId: string): object => {
  const [personId = ''] = [...world.directChannels].find(([, id]) => id === channelId) ?? [];
  const person = world.people.get(personId);
  return {
    id: channelId,
    type: ChannelType.DM,
    last_message_id: null,
    flags: 0,
    recipients: person === undefined ? [] : [userOf(person)],
  };
};

const stateAfter = (world: World, request: ApiRequest, previous: MessageState | null): MessageState => {
  const { channel_id: channelId = '' } = request.params;
  const composed = compose(world, { body: bodyOf(request), files: request.files, channelId, previous });
  refuseBreaches(composed.breaches.length > 0 ? composed.breaches : request.judge());
  world.record(composed.oversights);
  return composed.state;
};

const create = (world: World, request: ApiRequest): ApiAnswer => {
  const { channel_id: channelId = '' } = request.params;
  const guildId = guildOf(world, channelId);
  const reference = bodyOf(request)['message_reference'];
  const referenceId = isAbsent(reference) ? null : textOf(fieldsOf(reference)['message_id']);
  if (referenceId !== null && isGone(world, referenceId) && fieldsOf(reference)['fail_if_not_exists'] !== false)
    throw new Refusal(400, 50035, 'Invalid Form Body', [], { extra: { errors: { message_reference: 'Unknown message' } } });
  const state = stateAfter(world, request, null);
  const type = referenceId === null ? MessageType.Default : MessageType.Reply;
  return {
    status: 200,
    json: toJson(world, createMessage(world, { channelId, guildId, type, author: null, referenceId, state })),
  };
};

const isGone = (world: World, id: string): boolean => world.messages.get(id)?.isDeleted ?? true;

const messageOf = (world: World, { channel_id: channelId = '', message_id: id = '' }: ApiRequest['params']): StoredMessage => {
  guildOf(world, channelId);
  const message = world.messages.get(id);
  if (message === undefined || message.isDeleted || message.channelId !== channelId)
    throw new Refusal(404, 10008, 'Unknown Message');
  return message;
};

const ownMessage = (world: World, params: ApiRequest['params']): StoredMessage => {
  const message = messageOf(world, params);
  if (message.author === null) return message;
  throw new Refusal(403, 50005, 'Cannot edit a message authored by another user', [
    { rule: 'foreign-message', detail: 'a bot edits its own messages alone' },
  ]);
};

const [all, one] = ['/channels/{channel_id}/messages', '/channels/{channel_id}/messages/{message_id}'] as const;
const shared = { needsToken: true, bucketBy: 'channel_id' } as const;

/** Channels, their messages, and the channels of direct messages. */
export const channelRoutes: readonly Route[] = [
  { ...shared, method: 'POST', path: all, handle: create },
  {
    ...shared,
    method: 'GET',
    path: one,
    handle: (world, { params }) => ({ status: 200, json: toJson(world, messageOf(world, params)) }),
  },
  {
    ...shared,
    method: 'PATCH',
    path: one,
    handle: (world, request) => {
      const message = ownMessage(world, request.params);
      return { status: 200, json: toJson(world, editMessage(world, message, stateAfter(world, request, message.state))) };
    },
  },
  {
    ...shared,
    method: 'DELETE',
    path: one,
    handle: (world, { params }) => {
      deleteMessage(world, ownMessage(world, params));
      return { status: 204 };
    },
  },
  { ...shared, method: 'POST', path: '/channels/{channel_id}/typing', handle: () => ({ status: 204 }) },
  {
    ...shared,
    method: 'GET',
    path: '/channels/{channel_id}',
    handle: (world, { params: { channel_id: id = '' } }) => ({
      status: 200,
      json: guildOf(world, id) === null ? directChannelJson(world, id) : channelJson(world, id),
    }),
  },
  {
    needsToken: true,
    bucketBy: null,
    method: 'POST',
    path: '/users/@me/channels',
    handle: (world, request) => {
      refuseBreaches(request.judge());
      const personId = textOf(bodyOf(request)['recipient_id']);
      if (!world.people.has(personId)) throw new Refusal(400, 50033, 'Invalid Recipient(s)');
      return { status: 200, json: directChannelJson(world, world.directChannel(personId)) };
    },
  },
  {
    needsToken: true,
    bucketBy: null,
    method: 'GET',
    path: '/guilds/{guild_id}',
    handle: (world) => ({ status: 200, json: guildJson(world) }),
  },
];
