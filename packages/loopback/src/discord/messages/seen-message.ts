import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import type { World } from '../world.ts';
import type { MessageState, StoredFile, StoredMessage } from './stored-message.ts';
import { toJson } from './to-json.ts';

/** What everybody, or one person, sees of a message at one time. */
export interface SeenState {
  readonly content: string;
  /** As Discord sends them: `attachment://` has become the address of the file. */
  readonly embeds: APIMessage['embeds'];
  readonly components: NonNullable<APIMessage['components']>;
  /** With the bytes that were uploaded, and alt text as `description`. */
  readonly attachments: readonly StoredFile[];
  readonly flags: number;
  readonly isEphemeral: boolean;
  readonly isComponentsV2: boolean;
  /** The bot is thinking. */
  readonly isLoading: boolean;
  readonly allowedMentions: unknown;
  /** **Unit** milliseconds of the server's clock. */
  readonly atMs: number;
}

/** A message as it stands when it is looked at. */
export interface SeenMessage extends SeenState {
  readonly id: string;
  readonly channelId: string;
  readonly isDeleted: boolean;
  /** The message that this one answers. */
  readonly referenceId: string | null;
  /** What it said before, oldest first. */
  readonly history: readonly SeenState[];
  /** The whole message as Discord sends it. */
  readonly json: APIMessage;
}

/** A look at a message; it does not change afterwards. */
export const seenMessage = (world: World, message: StoredMessage): SeenMessage => ({
  ...seenState(world, message, message.state),
  id: message.id,
  channelId: message.channelId,
  isDeleted: message.isDeleted,
  referenceId: message.referenceId,
  history: message.history.map((state) => seenState(world, message, state)),
  json: toJson(world, message),
});

const seenState = (world: World, message: StoredMessage, state: MessageState): SeenState => {
  const { embeds, components = [] } = toJson(world, message, state);
  const has = (flag: number): boolean => (state.flags & flag) !== 0;
  return {
    content: state.content,
    embeds,
    components,
    attachments: state.attachments,
    flags: state.flags,
    isEphemeral: has(MessageFlags.Ephemeral),
    isComponentsV2: has(MessageFlags.IsComponentsV2),
    isLoading: has(MessageFlags.Loading),
    allowedMentions: state.allowedMentions,
    atMs: state.atMs,
  };
};
