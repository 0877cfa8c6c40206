import type { Run } from '../delivery/run.ts';
import { commandPayload, typed } from '../payloads.ts';
import type { SeenMessage } from '../workspace/messages.ts';
import type { Channel } from '../workspace/people.ts';
import { interact, personOf, placeOf, type Stage, tell } from './stage.ts';

/** What a person types, and where; people and channels go by id or name. */
export interface Spoken {
  readonly text: string;
  readonly user?: string;
  readonly channel?: string;
}

/** A slash command. */
export const giveCommand = (
  stage: Stage,
  { text, user, channel, command = '/vanish' }: Spoken & { readonly command?: string },
): Run => {
  const { workspace } = stage;
  const person = personOf(workspace, user);
  const room = placeOf(workspace, channel);
  const place = { channel: room.id, user: person, original: null };
  const payload = commandPayload(workspace, { user: person, channel: room, command, text });
  return interact(stage, 'slash_commands', { user: person, channel: room.id }, place, payload);
};

/** A message of a person that the app hears nothing of. */
export const say = (
  { workspace }: Stage,
  { text, user, channel, threadTs }: Spoken & { readonly threadTs?: string },
): SeenMessage => {
  const author = personOf(workspace, user);
  return workspace.messages.post({
    text: typed(text),
    blocks: [],
    channel: placeOf(workspace, channel).id,
    author,
    isFromApp: false,
    threadTs: threadTs ?? null,
  });
};

/** A message that mentions the app; the mention is put in front where the text has none. */
export const mention = (stage: Stage, { text, user, channel, threadTs }: Spoken & { readonly threadTs?: string }): Run => {
  const { workspace } = stage;
  const app = `<@${workspace.identity.botUserId}>`;
  const words = text.includes(app) ? text.split(app).map(typed).join(app) : `${app} ${typed(text)}`;
  const author = personOf(workspace, user);
  const { id } = placeOf(workspace, channel);
  const draft = { text: words, blocks: [], channel: id, author, isFromApp: false, threadTs: threadTs ?? null };
  const message = workspace.messages.post(draft);
  return tell(stage, 'app_mentions:read', { user: author, channel: id }, { type: 'app_mention', ...eventOf(stage, message) });
};

/** A direct message to the app. */
export const writeDirectly = (stage: Stage, { text, user }: Omit<Spoken, 'channel'>): Run => {
  const { workspace } = stage;
  const author = personOf(workspace, user);
  const room: Channel = workspace.people.direct(author);
  const message = workspace.messages.post({ text: typed(text), blocks: [], channel: room.id, author, isFromApp: false });
  const event = { type: 'message', channel_type: 'im', ...eventOf(stage, message) };
  return tell(stage, 'im:history', { user: author, channel: room.id }, event);
};

const eventOf = (
  { workspace }: Stage,
  { channel, ts, text, author, threadTs }: SeenMessage,
): Readonly<Record<string, string>> => ({
  user: author,
  ts,
  text,
  team: workspace.identity.teamId,
  channel,
  event_ts: ts,
  ...(threadTs === null ? {} : { thread_ts: threadTs }),
});
