import { type Body, textOf } from '../body.ts';
import { judgeMessage, type Place } from '../workspace/judge-message.ts';
import { messagePayload } from '../workspace/message-payload.ts';
import type { Content, SeenMessage } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type ApiMethod, channelOf, needed, openChannelOf, Refused, refusedFor } from './method.ts';

const writing = { token: 'bot', scopes: ['chat:write'] } as const;

/** `chat.postMessage` */
export const postMessage: ApiMethod = {
  ...writing,
  name: 'chat.postMessage',
  answer: (given, workspace) => {
    const { id: channel } = openChannelOf(given, workspace);
    const threadTs = threadOf(given, channel, workspace);
    const content = soundOf(given, { channel, isEphemeral: false }, workspace);
    const message = workspace.messages.post({ ...content, ...appIn(channel, workspace), threadTs });
    return { channel, ts: message.ts, message: messagePayload(workspace, message) };
  },
};

/** `chat.postEphemeral` */
export const postEphemeral: ApiMethod = {
  ...writing,
  name: 'chat.postEphemeral',
  answer: (given, workspace) => {
    const { id: channel, person } = openChannelOf(given, workspace);
    const user = needed(given, 'user', 'invalid_arguments');
    if (workspace.people.person(user) === null || (person !== null && person !== user)) throw new Refused('user_not_in_channel');
    const threadTs = threadOf(given, channel, workspace);
    const content = soundOf(given, { channel, isEphemeral: true }, workspace);
    const message = workspace.messages.post({ ...content, ...appIn(channel, workspace), threadTs, ephemeralTo: user });
    return { message_ts: message.ts };
  },
};

/**
 * `chat.update`
 *
 * **Source** docs.slack.dev, chat.update: a text without blocks removes the blocks; without a text they stay.
 */
export const updateMessage: ApiMethod = {
  ...writing,
  name: 'chat.update',
  answer: (given, workspace) => {
    const message = ownMessage(given, workspace, 'cant_update_message');
    const keepsBlocks = given['blocks'] === undefined && textOf(given, 'text') === null;
    const blocks = keepsBlocks ? message.blocks : given['blocks'];
    const content = soundOf({ ...given, blocks }, { channel: message.channel, isEphemeral: false }, workspace);
    const revised = workspace.messages.revise(message, content);
    return { channel: revised.channel, ts: revised.ts, text: revised.text, message: messagePayload(workspace, revised) };
  },
};

/** `chat.delete` */
export const deleteMessage: ApiMethod = {
  ...writing,
  name: 'chat.delete',
  answer: (given, workspace) => {
    const message = ownMessage(given, workspace, 'cant_delete_message');
    workspace.messages.remove(message);
    return { channel: message.channel, ts: message.ts };
  },
};

const appIn = (channel: string, { identity }: Workspace): Pick<SeenMessage, 'channel' | 'author' | 'isFromApp'> => ({
  channel,
  author: identity.botUserId,
  isFromApp: true,
});

const soundOf = (given: Body, place: Place, workspace: Workspace): Content => {
  const verdict = judgeMessage(workspace, given, place);
  if (verdict.error !== null) throw refusedFor(verdict.error, verdict.problems);
  return verdict.content;
};

/** The message whose thread a new one joins: the first of a thread stands for the whole. */
const threadOf = (given: Body, channel: string, { messages }: Workspace): string | null => {
  const ts = textOf(given, 'thread_ts');
  if (ts === null) return null;
  const parent = messages.find(channel, ts);
  if (parent === null || parent.ephemeralTo !== null) throw new Refused('thread_not_found');
  return parent.threadTs ?? parent.ts;
};

/** A message that the app posted and that is not ephemeral: such cannot be found again. */
const ownMessage = (given: Body, workspace: Workspace, otherwise: string): SeenMessage => {
  const channel = channelOf(given, workspace);
  const message = workspace.messages.find(channel.id, needed(given, 'ts', 'message_not_found'));
  if (message === null || message.ephemeralTo !== null) throw new Refused('message_not_found');
  if (!message.isFromApp) throw new Refused(otherwise);
  return message;
};
