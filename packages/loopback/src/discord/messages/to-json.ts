import type { APIAttachment, APIMessage, APIUser } from 'discord-api-types/v10';
import { fieldsOf } from '../json.ts';
import { userOf } from '../people/person.ts';
import type { World } from '../world.ts';
import { mentionsOf } from './pings.ts';
import { numberComponents, resolveMedia } from './resolve-media.ts';
import type { MessageState, StoredFile, StoredMessage } from './stored-message.ts';

/** A message as Discord sends it. */
export const toJson = (world: World, message: StoredMessage, state: MessageState = message.state): APIMessage => {
  const author = message.author === null ? world.bot : userOf(message.author);
  const reference = message.referenceId === null ? undefined : world.messages.get(message.referenceId);
  const { users, roles, everyone } = mentionsOf(state);
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author,
    content: state.content,
    timestamp: new Date(firstState(message).atMs).toISOString(),
    edited_timestamp: message.history.length === 0 ? null : new Date(state.atMs).toISOString(),
    tts: false,
    pinned: false,
    mention_everyone: everyone,
    mentions: users.map((id) => mentioned(world, id)),
    mention_roles: [...roles],
    attachments: state.attachments.map(attachmentJson),
    embeds: resolveMedia(richEmbeds(state.embeds), state.attachments) as APIMessage['embeds'],
    components: resolveMedia(numberComponents(state.components), state.attachments) as NonNullable<APIMessage['components']>,
    flags: state.flags,
    ...(message.author === null ? { application_id: world.applicationId } : {}),
    ...(message.interaction === null ? {} : interactionJson(world, message)),
    ...(message.referenceId === null
      ? {}
      : {
          message_reference: { type: 0, channel_id: message.channelId, message_id: message.referenceId },
          referenced_message:
            reference === undefined || reference.isDeleted ? null : toJson(world, { ...reference, referenceId: null }),
        }),
  };
};

const firstState = ({ history, state }: StoredMessage): MessageState => history[0] ?? state;

const richEmbeds = (embeds: readonly unknown[]): readonly unknown[] =>
  embeds.map((embed) => ({ type: 'rich', ...fieldsOf(embed) }));

const mentioned = (world: World, id: string): APIUser => {
  if (id === world.bot.id) return world.bot;
  return userOf(world.people.get(id) ?? { id, name: `user ${id}`, permissions: '0' });
};

const attachmentJson = ({ id, filename, title, description, contentType, bytes, url, size }: StoredFile): APIAttachment => ({
  id,
  filename,
  ...(title === null ? {} : { title }),
  ...(description === null ? {} : { description }),
  content_type: contentType,
  size: bytes.length,
  url,
  proxy_url: url,
  ...(size === null ? {} : size),
});

const interactionJson = (world: World, { interaction }: StoredMessage): Partial<APIMessage> => {
  if (interaction === null) return {};
  const { id, type, place, name, sourceMessageId } = interaction;
  const user = userOf(place.person);
  return {
    webhook_id: world.applicationId,
    interaction_metadata: {
      id,
      type,
      user,
      authorizing_integration_owners: interaction.owners,
      ...(sourceMessageId === null ? {} : { interacted_message_id: sourceMessageId }),
    } as NonNullable<APIMessage['interaction_metadata']>,
    ...(name === null ? {} : { interaction: { id, type, name, user } }),
  };
};
