import { type APIInteraction, type APIInteractionResponse, InteractionResponseType, MessageFlags, type REST } from 'discord.js';
import type { ChatDesk } from '../../chat/chat-desk.ts';
import type { Notice } from '../../chat/conversation.ts';
import type { Journal } from '../../chat/journal.ts';
import { showNotice } from './components.ts';
import { converse } from './converse.ts';
import type { FilledIn } from './read-options.ts';
import { interactionReplies, nobody } from './replies.ts';

/** How an interaction is acknowledged. **Throws** what Discord refuses: that it came too late, or for the second time. */
export type Acknowledge = (response: APIInteractionResponse) => Promise<void>;

/** What interactions are answered with. */
export interface Means {
  readonly desk: ChatDesk;
  readonly journal: Journal;
  readonly rest: REST;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** As questions and counts name it. */
export const platformName = 'discord';

/** Who it came from. */
export const askerOf = ({ member, user }: Pick<APIInteraction, 'member' | 'user'>): string => member?.user.id ?? user?.id ?? '';

/** Something to say to whoever caused an interaction, and to nobody else. */
export const say = (notice: Notice, acknowledge: Acknowledge): Promise<void> => {
  const { components, flags } = showNotice(notice);
  return acknowledge({
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...nobody, components: [...components], flags: flags | MessageFlags.Ephemeral },
  });
};

/** Takes a question on, or says at once why not. */
export const answer = async (
  interaction: APIInteraction,
  { text, isPrivate }: FilledIn,
  acknowledge: Acknowledge,
  means: Means,
): Promise<void> => {
  const { desk, journal, now } = means;
  const began = now();
  const asker = askerOf(interaction);
  journal.received(platformName);
  const reception = desk.receive({ platform: platformName, event: interaction.id, asker, text });
  if (reception.kind === 'duplicate') return journal.finished(platformName, 'duplicate', now() - began);
  if (reception.kind === 'notice') {
    await say(reception.notice, acknowledge);
    journal.acknowledged(platformName, now() - began);
    return journal.finished(platformName, reception.notice.kind, now() - began);
  }
  const { ticket } = reception;
  try {
    const flags = isPrivate ? MessageFlags.Ephemeral : undefined;
    await acknowledge({
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      ...(flags === undefined ? {} : { data: { flags } }),
    });
  } catch (error) {
    ticket.drop();
    throw error;
  }
  journal.acknowledged(platformName, now() - began);
  const replies = interactionReplies(means.rest, interaction.application_id, interaction.token);
  const outcome = await ticket.attend(converse(replies, { asker, ticket: ticket.id, query: ticket.query, isPrivate }));
  journal.finished(platformName, outcome, now() - began);
};
