import { type APIMessageComponentInteraction, InteractionResponseType, PermissionFlagsBits } from 'discord.js';
import { targetOf } from '../../chat/offers.ts';
import { refusals, refused } from '../../chat/refusals.ts';
import { type Acknowledge, answer, askerOf, isEphemeral, type Means, platformName, say } from './answer.ts';
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
  if (pressed === null) return say(refused(refusals.unknown), acknowledge);
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
  if (text === null) return say(refused(refusals.lost), acknowledge);
  return answer(interaction, { text, isPrivate: isEphemeral(interaction.message) }, acknowledge, means);
};

const remove = async (
  asker: string,
  interaction: APIMessageComponentInteraction,
  acknowledge: Acknowledge,
  { rest }: Means,
): Promise<void> => {
  if (askerOf(interaction) !== asker && !isModerator(interaction)) return say(refused(refusals.notYours), acknowledge);
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
  return say(refused(came === 'gone' ? refusals.gone : refusals.notYours), acknowledge);
};

/** Whether somebody may delete what others wrote in that channel. */
const isModerator = ({ member }: APIMessageComponentInteraction): boolean =>
  member !== undefined && (BigInt(member.permissions) & PermissionFlagsBits.ManageMessages) !== 0n;
