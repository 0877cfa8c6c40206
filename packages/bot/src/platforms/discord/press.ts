import { type APIMessageComponentInteraction, InteractionResponseType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { Notice } from '../../chat/conversation.ts';
import { targetOf } from '../../chat/offers.ts';
import { type Acknowledge, answer, askerOf, type Means, platformName, say } from './answer.ts';
import { type Pressed, readId } from './custom-id.ts';
import { changeModal } from './modal.ts';
import { queryOfMessage } from './query-of-message.ts';
import { interactionReplies } from './replies.ts';

/** Does what a button says. All it needs stands in its id and in the message: buttons outlive the process that sent them. */
export const press = async (
  interaction: APIMessageComponentInteraction,
  acknowledge: Acknowledge,
  means: Means,
): Promise<void> => {
  const pressed = readId(interaction.data.custom_id);
  if (pressed === null) return say(refused(words.unknown), acknowledge);
  switch (pressed.kind) {
    case 'ask':
      return ask(pressed, interaction, acknowledge, means);
    case 'change': {
      const data = changeModal(queryOfMessage(interaction.message));
      return acknowledge({ type: InteractionResponseType.Modal, data });
    }
    case 'delete':
      return remove(pressed.asker, interaction, acknowledge, means);
    case 'cancel':
      return cancel(pressed.ticket, interaction, acknowledge, means);
    default:
      return pressed satisfies never;
  }
};

const ask = (
  { offer, query }: Extract<Pressed, { kind: 'ask' }>,
  interaction: APIMessageComponentInteraction,
  acknowledge: Acknowledge,
  means: Means,
): Promise<void> => {
  const text = query === '' ? targetOf(offer, queryOfMessage(interaction.message)) : query;
  if (text === null) return say(refused(words.lost), acknowledge);
  return answer(interaction, { text, isPrivate: isPrivate(interaction) }, acknowledge, means);
};

const isPrivate = ({ message }: APIMessageComponentInteraction): boolean => ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;

const remove = async (
  asker: string,
  interaction: APIMessageComponentInteraction,
  acknowledge: Acknowledge,
  { rest }: Means,
): Promise<void> => {
  if (askerOf(interaction) !== asker && !isModerator(interaction)) return say(refused(words.notYours), acknowledge);
  await acknowledge({ type: InteractionResponseType.DeferredMessageUpdate });
  await interactionReplies(rest, interaction.application_id, interaction.token).remove();
};

const cancel = async (
  ticket: string,
  interaction: APIMessageComponentInteraction,
  acknowledge: Acknowledge,
  { desk }: Means,
): Promise<void> => {
  const who = { platform: platformName, asker: askerOf(interaction), isModerator: isModerator(interaction) };
  const came = desk.cancel(ticket, who);
  if (came === 'cancelled') return acknowledge({ type: InteractionResponseType.DeferredMessageUpdate });
  return say(refused(came === 'gone' ? words.gone : words.notYours), acknowledge);
};

/** Whether somebody may delete what others wrote in that channel. */
const isModerator = ({ member }: APIMessageComponentInteraction): boolean =>
  member !== undefined && (BigInt(member.permissions) & PermissionFlagsBits.ManageMessages) !== 0n;

const refused = (text: string): Notice => ({ kind: 'refused', text, tries: [] });

const words = {
  unknown: 'This button is of another version of the bot. Ask its question again.',
  lost: 'This button has lost its question. Press Change… and ask from there.',
  notYours: 'Only whoever asked, or a moderator, can do that.',
  gone: 'That question is no longer under way.',
} as const;
