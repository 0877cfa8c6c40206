import { MessageFlags, MessageType } from 'discord-api-types/v10';
import { type Interaction, tokenLifeMs } from '../../interactions/interaction.ts';
import { compose } from '../../messages/compose.ts';
import type { MessageState, StoredMessage } from '../../messages/stored-message.ts';
import { toJson } from '../../messages/to-json.ts';
import { createMessage, deleteMessage, editMessage, isLoading } from '../../messages/write.ts';
import { Refusal, refuseBreaches } from '../../rules/refusal.ts';
import type { World } from '../../world.ts';
import { type ApiAnswer, type ApiRequest, bodyOf, type Route } from '../route.ts';

/** How many follow-ups an application may send that the person alone has installed. */
const mostFollowUps = 5;

const find = (world: World, { webhook_id: webhook, webhook_token: token }: ApiRequest['params']): Interaction | null => {
  if (webhook !== world.applicationId) return null;
  return [...world.interactions.values()].find((interaction) => interaction.token === token) ?? null;
};

/** The interaction whose token stands in the path. **Throws** a refusal where there is none, or its 15 minutes are over. */
const living = (world: World, params: ApiRequest['params']): Interaction => {
  const interaction = find(world, params);
  if (interaction === null)
    throw new Refusal(404, 10015, 'Unknown Webhook', [{ rule: 'unknown-webhook', detail: 'no interaction has this token' }]);
  const ageMs = world.now() - interaction.createdMs;
  if (ageMs > tokenLifeMs)
    throw new Refusal(401, 50027, 'Invalid Webhook Token', [
      { rule: 'expired-token', detail: `the token is ${Math.round(ageMs / 1000)} s old, at most ${tokenLifeMs / 1000} s` },
    ]);
  return interaction;
};

/** The message that a path names. **Throws** a refusal where there is none; asking before the first response breaks a rule. */
const messageOf = (world: World, interaction: Interaction, id: string): StoredMessage => {
  const isOwn = id === '@original' || id === interaction.originalId || interaction.followUpIds.includes(id);
  const message = world.messages.get(id === '@original' ? (interaction.originalId ?? '') : id);
  if (isOwn && message !== undefined && !message.isDeleted) return message;
  const isEarly = interaction.acknowledgement === null;
  throw new Refusal(
    404,
    10008,
    'Unknown Message',
    isEarly ? [{ rule: 'before-response', detail: 'a message before the first response' }] : [],
  );
};

const edit = (world: World, request: ApiRequest): ApiAnswer => {
  const interaction = living(world, request.params);
  const message = messageOf(world, interaction, request.params['message_id'] ?? '');
  const state = stateAfter(world, interaction, request, message.state, message.channelId);
  return { status: 200, json: toJson(world, editMessage(world, message, state)) };
};

const stateAfter = (
  world: World,
  interaction: Interaction,
  request: ApiRequest,
  previous: MessageState | null,
  channelId: string,
): MessageState => {
  const composed = compose(world, { body: bodyOf(request), files: request.files, channelId, previous });
  refuseBreaches(composed.breaches.length > 0 ? composed.breaches : request.judge());
  world.record(composed.oversights, interaction);
  return composed.state;
};

const followUp = (world: World, request: ApiRequest): ApiAnswer => {
  const interaction = living(world, request.params);
  if (interaction.acknowledgement === null)
    throw new Refusal(404, 10015, 'Unknown Webhook', [
      { rule: 'before-response', detail: 'a follow-up before the first response' },
    ]);
  if (interaction.place.isUserInstall && interaction.followUpIds.length >= mostFollowUps)
    throw new Refusal(400, 40094, 'This interaction has reached its maximum number of follow up messages.', [
      {
        rule: 'follow-up-count',
        detail: `more than ${mostFollowUps} follow-ups of an application that the person alone has installed`,
      },
    ]);
  const original = interaction.originalId === null ? undefined : world.messages.get(interaction.originalId);
  // the first follow-up of a deferred answer becomes that answer
  if (original !== undefined && isLoading(original) && !original.isDeleted) {
    const flags = original.state.flags & MessageFlags.Ephemeral;
    const state = stateAfter(world, interaction, request, null, original.channelId);
    const settled = { ...state, flags: (state.flags & ~MessageFlags.Ephemeral) | flags };
    return { status: 200, json: toJson(world, editMessage(world, original, settled)) };
  }
  const { channelId, guildId } = interaction.place;
  const state = stateAfter(world, interaction, request, null, channelId);
  const referenceId = original?.id ?? null;
  const message = createMessage(world, {
    channelId,
    guildId,
    type: MessageType.Reply,
    author: null,
    interaction,
    referenceId,
    state,
  });
  interaction.followUpIds.push(message.id);
  world.waiting.changed();
  return { status: 200, json: toJson(world, message) };
};

const one = {
  path: '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}',
  needsToken: false,
  bucketBy: 'webhook_token',
};

/** Messages by the token of an interaction: `@original` and follow-ups. */
export const webhookRoutes: readonly Route[] = [
  { ...one, method: 'PATCH', interactionOf: find, handle: edit },
  {
    ...one,
    method: 'GET',
    interactionOf: find,
    handle: (world, { params }) => {
      const interaction = living(world, params);
      return { status: 200, json: toJson(world, messageOf(world, interaction, params['message_id'] ?? '')) };
    },
  },
  {
    ...one,
    method: 'DELETE',
    interactionOf: find,
    handle: (world, { params }) => {
      const interaction = living(world, params);
      deleteMessage(world, messageOf(world, interaction, params['message_id'] ?? ''));
      return { status: 204 };
    },
  },
  { ...one, path: '/webhooks/{webhook_id}/{webhook_token}', method: 'POST', interactionOf: find, handle: followUp },
];
