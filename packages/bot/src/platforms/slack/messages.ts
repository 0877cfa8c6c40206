import { questionIn } from '../../chat/question-in.ts';
import { type Acknowledge, answer } from './answer.ts';
import type { Means } from './means.ts';
import { readTyped, type Typed } from './texts.ts';
import { textAt } from './untrusted.ts';

/** Answers a message that calls the bot by name, in the thread of that message. */
export const answerMention = (body: unknown, botId: string, means: Means): Promise<void> => {
  const channel = textAt(body, 'event', 'channel') ?? '';
  // of direct messages Slack tells by another event, too
  return channel.startsWith('D') ? Promise.resolve() : answerMessage(body, botId, false, means);
};

/** Answers what somebody writes to the bot alone. */
export const answerDirectly = (body: unknown, botId: string, means: Means): Promise<void> => {
  const isDirect = textAt(body, 'event', 'channel_type') === 'im';
  const isWritten = [null, 'file_share', 'thread_broadcast'].includes(textAt(body, 'event', 'subtype'));
  return isDirect && isWritten ? answerMessage(body, botId, true, means) : Promise.resolve();
};

const answerMessage = (body: unknown, botId: string, isDirect: boolean, means: Means): Promise<void> => {
  const field = (name: string): string | null => textAt(body, 'event', name);
  const [asker, channel, ts, event] = [field('user'), field('channel'), field('ts'), textAt(body, 'event_id')];
  const isFromBot = field('bot_id') !== null || asker === botId;
  if (asker === null || channel === null || ts === null || event === null || isFromBot) return Promise.resolve();
  const { text, isPrivate } = questionOf(field('text') ?? '', botId);
  const thread = field('thread_ts');
  const place = { channel, thread, below: isDirect ? null : ts, responseUrl: null, isDirect };
  return answer({ event, asker, text, isPrivate, place }, acknowledged, means);
};

/** What is asked in a message: a question that stands in it, or all of it. */
const questionOf = (message: string, botId: string): Typed => {
  const called = new RegExp(`<@${botId}(?:\\|[^>]*)?>`, 'gu');
  const { text, isPrivate } = readTyped(message.replace(called, ' '));
  return { text: questionIn(text) || text, isPrivate };
};

/** Bolt acknowledges events before it tells of them. */
const acknowledged: Acknowledge = async () => false;
