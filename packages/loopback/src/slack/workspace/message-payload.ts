import type { Body } from '../body.ts';
import type { SeenMessage } from './messages.ts';
import type { Workspace } from './workspace.ts';

/** A message as Slack shows it to the app. */
export const messagePayload = ({ identity, files }: Workspace, message: SeenMessage): Body => {
  const { botId, appId, teamId } = identity;
  const shared = files.all().filter(({ id }) => message.files.includes(id));
  return {
    type: 'message',
    user: message.author,
    ts: message.ts,
    text: message.text,
    team: teamId,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.isFromApp ? { bot_id: botId, app_id: appId } : {}),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(shared.length > 0 ? { files: shared.map(({ id, name, title, mimetype }) => ({ id, name, title, mimetype })) } : {}),
  };
};
