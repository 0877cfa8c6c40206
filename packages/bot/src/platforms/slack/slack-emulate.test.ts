import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { type LoopbackSlack, openLoopbackSlack } from '@vanish/loopback/slack';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { noStore } from '../../answers/answer-store.ts';
import { memoryStore } from '../../answers/memory-store.ts';
import { type ChatDesk, openChatDesk } from '../../chat/chat-desk.ts';
import { type EmulatedMessage, type EmulatedSlack, openEmulatedSlack } from '../../fixtures/emulated-slack.ts';
import { rememberingJournal } from '../../fixtures/platform-contract.ts';
import { steadyPicture, steadyStudio } from '../../fixtures/steady-studio.ts';
import type { Platform } from '../platform.ts';
import { openReceiver, type Receiver } from '../receiver.ts';
import { pointer } from './answer.ts';
import { openSlack } from './open-slack.ts';
import { listAt, textAt } from './untrusted.ts';

/**
 * The Web API of the package `emulate`, which others wrote from Slack's documentation, judges what the bot calls. It sends none of
 * the events that the bot listens to: those are signed and posted by the loopback Slack, which here is the postman and nothing else.
 */

const query = 'depth=10 act=sigmoid';
const scopes: readonly string[] = JSON.parse(readFileSync(new URL('../../../slack-manifest.json', import.meta.url), 'utf8'))
  .oauth_config.scopes.bot;

let emulated: EmulatedSlack;
let postman: LoopbackSlack;
let receiver: Receiver;
let platform: Platform;
let desk: ChatDesk;
let journal: ReturnType<typeof rememberingJournal>;
let events = 0;

const open = async ({ granted = scopes, workMs = 0 } = {}): Promise<void> => {
  emulated = await openEmulatedSlack(granted);
  postman = await openLoopbackSlack();
  journal = rememberingJournal();
  const now = (): number => performance.now();
  desk = openChatDesk({
    ...{ studio: steadyStudio(workMs), answers: memoryStore(noStore), slots: 2, mostWaiting: 10, mostPerMinute: 100 },
    ...{ mostAtOnce: 5, budgetMs: 30_000, isPaused: false, version: '0.0.0', contact: null, now },
    onError: (error) => journal.problem('slack', 'desk', error),
  });
  const { botToken, apiUrl } = emulated;
  const { signingSecret } = postman;
  platform = await openSlack({ desk, journal, now, botToken, apiUrl, transport: 'http', signingSecret });
  receiver = await openReceiver(
    { host: '127.0.0.1', port: 0 },
    [platform.listener].flatMap((listener) => listener ?? []),
  );
  postman.postTo(`${receiver.url}${platform.listener?.path}`);
};

afterEach(async () => {
  await desk.close(0);
  await platform.close();
  await receiver.close();
  await postman.close();
  await emulated.close();
});

/** Delivers an event, and sees it acknowledged. */
const tell = async (event: Readonly<Record<string, unknown>>): Promise<void> => {
  events += 1;
  const about = { type: 'event_callback', team_id: 'T000000001', event_id: `Ev${events}`, event };
  const { status } = await postman.send({ body: JSON.stringify(about), contentType: 'application/json' });
  expect(status).toBe(200);
};

/** The person writes to the bot, in a channel or to it alone; resolves with the message's `ts`. */
const write = async (text: string, type: 'app_mention' | 'message', channel = emulated.channel): Promise<string> => {
  const { person: user } = emulated;
  const ts = textAt(await emulated.call('chat.postMessage', { channel, text }), 'ts') ?? '';
  await tell({ type, user, text, ts, channel, event_ts: ts, ...(type === 'message' ? { channel_type: 'im' } : {}) });
  return ts;
};

const mention = (text: string, channel?: string): Promise<string> =>
  write(`<@${emulated.botUser}> ${text}`, 'app_mention', channel);

/** The person presses a button. It comes without a `response_url`, which emulate has none of. */
const press = async (message: EmulatedMessage, id: string, trigger = 'none'): Promise<void> => {
  const action = { ...buttonsOf(message).find((one) => textAt(one, 'action_id') === id), action_ts: String(events) };
  const [channel, ts] = [emulated.channel, textAt(message, 'ts')];
  const pressed = {
    ...{ type: 'block_actions', team: { id: 'T000000001' }, user: { id: emulated.person }, channel: { id: channel } },
    ...{ message, container: { type: 'message', message_ts: ts, channel_id: channel }, trigger_id: trigger, actions: [action] },
  };
  const { status } = await postman.send({ body: new URLSearchParams({ payload: JSON.stringify(pressed) }).toString() });
  expect(status).toBe(200);
};

const buttonsOf = (message: EmulatedMessage): readonly Readonly<Record<string, unknown>>[] =>
  listAt(message, 'blocks').flatMap((block) => listAt(block, 'elements')) as readonly Readonly<Record<string, unknown>>[];

const has = (id: string) => (message: EmulatedMessage) => buttonsOf(message).some((one) => textAt(one, 'action_id') === id);
const [isCard, isProgress] = [has('delete'), has('cancel')];

const fileIn = (message: EmulatedMessage): string | null => {
  const image = listAt(message, 'blocks').find((block) => textAt(block, 'type') === 'image');
  return textAt(image, 'slack_file', 'id');
};

/** Waits for the reply that fits. */
const reply = async (ts: string, fits = isCard, channel = emulated.channel): Promise<EmulatedMessage> =>
  vi.waitUntil(async () => (await emulated.repliesTo(ts, channel)).find(fits), { timeout: 10_000 });

describe("another maker's Slack, with the scopes of the manifest,", () => {
  test('takes the answer to a mention: progress that grows into it, and its picture byte for byte', async () => {
    await open({ workMs: 2000 });
    const ts = await mention(query);
    const progress = await reply(ts, isProgress);
    const card = await reply(ts);
    expect(card).toMatchObject({ ts: progress['ts'], user: emulated.botUser, thread_ts: ts, text: expect.stringMatching(/\w/u) });
    expect(await emulated.repliesTo(ts, emulated.channel)).toEqual([card]);
    const file = fileIn(card) ?? '';
    expect(await emulated.download(file)).toEqual(steadyPicture.png);
    // shown by the message alone: shared in a channel it would be there twice
    expect(await emulated.callAsBot('files.info', { file })).toMatchObject({
      file: { mimetype: 'image/png', size: steadyPicture.png.length, user: emulated.botUser, channels: [], ims: [], shares: {} },
    });
    await expect.poll(() => journal.outcomes).toEqual(['answered']);
    expect(journal.problems).toEqual([]);
  });

  test('deletes the answer, and its picture, for whoever asked', async () => {
    await open();
    const ts = await mention(query);
    const card = await reply(ts);
    await press(card, 'delete');
    await expect.poll(() => emulated.repliesTo(ts, emulated.channel)).toEqual([]);
    await expect.poll(() => emulated.callAsBot('files.list')).toMatchObject({ files: [] });
    expect(journal.problems).toEqual([]);
  });

  test('removes the progress of a question that is taken back, and tells its asker alone', async () => {
    await open({ workMs: 60_000 });
    const ts = await mention(query);
    await press(await reply(ts, isProgress), 'cancel');
    await expect.poll(() => journal.outcomes).toEqual(['cancelled']);
    expect(await emulated.repliesTo(ts, emulated.channel)).toEqual([]);
    expect(await emulated.inspect(emulated.channel)).toContain('Cancelled.');
    expect(journal.problems).toEqual([]);
  });

  test('opens the direct conversation in which a private answer comes', async () => {
    await open();
    const ts = await mention(`private ${query}`);
    const card = await vi.waitUntil(async () => (await emulated.directMessages()).find(isCard));
    expect(await emulated.download(fileIn(card) ?? '')).toEqual(steadyPicture.png);
    expect(await emulated.repliesTo(ts, emulated.channel)).toEqual([]);
    expect(await emulated.inspect(emulated.channel)).toContain(pointer);
    expect(journal.problems).toEqual([]);
  });

  test('takes the answer to what is written to the bot alone', async () => {
    await open();
    const opened = await emulated.call('conversations.open', { users: emulated.botUser });
    await write(query, 'message', textAt(opened, 'channel', 'id') ?? '');
    const card = await vi.waitUntil(async () => (await emulated.directMessages()).find(isCard));
    expect(card['thread_ts']).toBeUndefined();
    expect(await emulated.download(fileIn(card) ?? '')).toEqual(steadyPicture.png);
    expect(journal.problems).toEqual([]);
  });

  // Slack's own word there is `channel_not_found`: a private channel does not even show that it is there
  test('says not_in_channel of a private channel without the bot, whose answer comes to direct messages', async () => {
    await open();
    const ts = await mention(query, emulated.closedChannel);
    const card = await vi.waitUntil(async () => (await emulated.directMessages()).find(isCard));
    expect(await emulated.download(fileIn(card) ?? '')).toEqual(steadyPicture.png);
    expect(await emulated.repliesTo(ts, emulated.closedChannel)).toEqual([]);
  });

  test('whispers a mistake to whoever made it', async () => {
    await open();
    const ts = await mention('act=sigmod');
    await expect.poll(() => journal.outcomes).toEqual(['mistake']);
    expect(await emulated.inspect(emulated.channel)).toContain('sigmod');
    expect(await emulated.repliesTo(ts, emulated.channel)).toEqual([]);
    expect(journal.problems).toEqual([]);
  });

  test('opens the form that a button asks for, and shows the home tab as often as it is visited', async () => {
    await open();
    const card = await reply(await mention(query));
    const trigger = textAt(await emulated.callAsBot('views.generateTriggerId', { user_id: emulated.person }), 'trigger_id') ?? '';
    await press(card, 'change', trigger);
    await expect.poll(() => emulated.inspect(emulated.channel)).toContain('Change the question');
    for (const visit of [1, 2])
      await tell({ type: 'app_home_opened', user: emulated.person, tab: 'home', event_ts: `${visit}.0` });
    await expect.poll(() => emulated.inspect(emulated.channel)).toContain('Why does this deep network not learn');
    expect(journal.problems).toEqual([]);
  });
});

describe("another maker's Slack that is strict about scopes", () => {
  const without = (scope: string): readonly string[] => scopes.filter((one) => one !== scope);
  /** With what caused them. */
  const problems = (): string => inspect(journal.problems, { depth: 5 });

  test('keeps the picture back without files:write: the words come, and name the scope', async () => {
    await open({ granted: without('files:write') });
    const card = await reply(await mention(query));
    expect(fileIn(card)).toBeNull();
    expect(JSON.stringify(card['blocks'])).toContain('without the scope files:write');
    await expect.poll(() => journal.outcomes).toEqual(['answered']);
    expect(problems()).toContain('missing_scope');
  });

  test('tells nothing of an upload without files:read, and shows it all the same', async () => {
    await open({ granted: without('files:read') });
    expect(fileIn(await reply(await mention(query)))).toMatch(/^F/u);
    expect(problems()).toContain('missing_scope');
  });

  test('opens no direct conversation without im:write: a private answer is words for its asker alone', async () => {
    await open({ granted: without('im:write') });
    const ts = await mention(`private ${query}`);
    await expect.poll(() => journal.outcomes).toEqual(['answered']);
    const [page, replies] = [await emulated.inspect(emulated.channel), await emulated.repliesTo(ts, emulated.channel)];
    expect(page.slice(page.indexOf('Ephemeral'))).toContain('Vanishing');
    expect(replies).toEqual([]);
  });

  test('takes no word without chat:write: the question ends, and the journal knows why', async () => {
    await open({ granted: without('chat:write') });
    await mention(query);
    await expect.poll(() => journal.outcomes).toEqual(['failed']);
    expect(problems()).toContain('missing_scope');
    expect(desk.running + desk.waiting).toBe(0);
  });
});
