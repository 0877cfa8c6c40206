import type { GatewayMessageCreateDispatchData } from 'discord.js';
import { handle } from '../../chat/handle.ts';
import { questionIn } from '../../chat/question-in.ts';
import { type Means, platformName } from './answer.ts';
import { showNotice } from './components.ts';
import { converse } from './converse.ts';
import { channelReplies } from './replies.ts';

/** A message that calls the bot by name, or is written to it alone, as a question; null for any other. */
const questionOf = (
  { content, author, guild_id: guild }: Pick<GatewayMessageCreateDispatchData, 'content' | 'author' | 'guild_id'>,
  botId: string,
): string | null => {
  if (author.bot === true || author.id === botId) return null;
  const called = new RegExp(`<@!?${botId}>`, 'gu');
  // a reply to the bot mentions it, too, without its name in the text
  if (guild !== undefined && !called.test(content)) return null;
  const said = content.replace(called, ' ').trim();
  return questionIn(said) || said;
};

/** Answers a message that is a question, in reply to it. **Throws** what Discord refuses. */
export const answerMention = async (message: GatewayMessageCreateDispatchData, botId: string, means: Means): Promise<void> => {
  const text = questionOf(message, botId);
  if (text === null) return;
  const asker = message.author.id;
  const replies = channelReplies(means.rest, message.channel_id, message.id);
  await handle(
    { platform: platformName, event: message.id, asker, text },
    {
      // nobody waits for a word that a message was read
      acknowledge: async () => false,
      say: (notice) => replies.whisper(showNotice(notice)),
      converse: ({ id, query }) => converse(replies, { asker, ticket: id, query, isPrivate: message.guild_id === undefined }),
    },
    means,
  );
};
