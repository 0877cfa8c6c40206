import { type APIInteraction, type APIInteractionResponse, InteractionResponseType, MessageFlags, type REST } from 'discord.js';
import type { Notice } from '../../chat/conversation.ts';
import { type Handling, handle } from '../../chat/handle.ts';
import { showNotice } from './components.ts';
import { converse } from './converse.ts';
import type { FilledIn } from './read-options.ts';
import { interactionReplies, nobody } from './replies.ts';

/** How an interaction is acknowledged. **Throws** what Discord refuses: that it came too late, or for the second time. */
export type Acknowledge = (response: APIInteractionResponse) => Promise<void>;

/** What interactions are answered with. */
export interface Means extends Handling {
  readonly rest: REST;
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

/** Answers a question in reply to an interaction, or says at once why not. */
export const answer = (
  interaction: APIInteraction,
  { text, isPrivate }: FilledIn,
  acknowledge: Acknowledge,
  means: Means,
): Promise<void> => {
  const asker = askerOf(interaction);
  return handle(
    { platform: platformName, event: interaction.id, asker, text },
    {
      acknowledge: async (reception) => {
        if (reception.kind === 'duplicate') return false;
        if (reception.kind === 'notice') await say(reception.notice, acknowledge);
        else await defer(isPrivate, acknowledge);
        return true;
      },
      say: async () => {},
      converse: ({ id, query }) => {
        const replies = interactionReplies(means.rest, interaction.application_id, interaction.token);
        return converse(replies, { asker, ticket: id, query, isPrivate });
      },
    },
    means,
  );
};

/** Whether others see the answer is decided here, and for good. */
const defer = (isPrivate: boolean, acknowledge: Acknowledge): Promise<void> =>
  acknowledge({
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    ...(isPrivate ? { data: { flags: MessageFlags.Ephemeral } } : {}),
  });

/** Whether one person alone sees a message. */
export const isEphemeral = (message: { readonly flags?: MessageFlags } | undefined): boolean =>
  ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
