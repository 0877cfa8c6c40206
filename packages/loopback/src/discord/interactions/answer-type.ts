import { ApplicationCommandType, InteractionType, MessageType } from 'discord-api-types/v10';
import { fieldsOf } from '../json.ts';
import type { Interaction } from './interaction.ts';

/** The kind of message that answers an interaction, and what it replies to. */
export const answerType = ({
  type,
  payload,
  sourceMessageId,
}: Interaction): { readonly type: MessageType; readonly referenceId: string | null } => {
  if (type !== InteractionType.ApplicationCommand) {
    return { type: sourceMessageId === null ? MessageType.Default : MessageType.Reply, referenceId: sourceMessageId };
  }
  const isSlash = fieldsOf(fieldsOf(payload)['data'])['type'] === ApplicationCommandType.ChatInput;
  return { type: isSlash ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand, referenceId: null };
};
