import type { GatewayMessageCreateDispatchData } from 'discord.js';
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
export const answerMention = async (
  message: GatewayMessageCreateDispatchData,
  botId: string,
  { desk, journal, rest, now }: Means,
): Promise<void> => {
  const text = questionOf(message, botId);
  if (text === null) return;
  const began = now();
  const asker = message.author.id;
  journal.received(platformName);
  const reception = desk.receive({ platform: platformName, event: message.id, asker, text });
  if (reception.kind === 'duplicate') return journal.finished(platformName, 'duplicate', now() - began);
  const replies = channelReplies(rest, message.channel_id, message.id);
  if (reception.kind === 'notice') {
    await replies.whisper(showNotice(reception.notice));
    return journal.finished(platformName, reception.notice.kind, now() - began);
  }
  const { ticket } = reception;
  const outcome = await ticket.attend(
    converse(replies, { asker, ticket: ticket.id, query: ticket.query, isPrivate: message.guild_id === undefined }),
  );
  journal.finished(platformName, outcome, now() - began);
};
