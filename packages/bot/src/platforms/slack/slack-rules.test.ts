import { readFileSync } from 'node:fs';
import { type LoopbackSlack, type LoopbackSlackOptions, openLoopbackSlack, type SeenMessage } from '@vanish/loopback/slack';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { noStore } from '../../answers/answer-store.ts';
import { memoryStore } from '../../answers/memory-store.ts';
import { type ChatDesk, openChatDesk } from '../../chat/chat-desk.ts';
import { rememberingJournal } from '../../fixtures/platform-contract.ts';
import { recordedReport } from '../../fixtures/recorded-report.ts';
import { WorkEnded } from '../../laboratory/laboratory.ts';
import type { Studio } from '../../laboratory/studio.ts';
import type { Platform } from '../platform.ts';
import { openReceiver, type Receiver } from '../receiver.ts';
import { pointer } from './answer.ts';
import { runThisId } from './names.ts';
import { openSlack } from './open-slack.ts';
import { listAt, textAt } from './untrusted.ts';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]);
const query = 'depth=10 act=sigmoid';
const manifest = JSON.parse(readFileSync(new URL('../../../slack-manifest.json', import.meta.url), 'utf8'));

/** A studio that takes its time, says what it does all along, and then has the recorded answer. */
const studioOf = (workMs: number): Studio => ({
  warmUp: async () => {},
  answer: async (_question, _theme, { signal, onProgress }) => {
    const end = performance.now() + workMs;
    for (let step = 1; performance.now() < end; step += 1) {
      onProgress(`training, step ${step}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (signal.aborted) throw new WorkEnded('taken back');
    }
    return { answer: recordedReport(), picture: { png, alt: 'it <falls> & falls' } };
  },
  draw: async () => ({ png, alt: 'it <falls> & falls' }),
  close: async () => {},
});

interface Scene {
  readonly slack: LoopbackSlack;
  readonly platform: Platform;
  readonly receiver: Receiver | null;
  readonly desk: ChatDesk;
  readonly journal: ReturnType<typeof rememberingJournal> & { limited: number; reconnects: number };
}

let scene: Scene | null = null;

interface Setting {
  readonly way?: 'socket' | 'http';
  readonly workMs?: number;
  readonly timeoutMs?: number;
  readonly mostPerMinute?: number;
  readonly slack?: LoopbackSlackOptions;
}

const open = async ({
  way = 'socket',
  workMs = 0,
  timeoutMs,
  mostPerMinute = 100,
  slack: about,
}: Setting = {}): Promise<Scene> => {
  const slack = await openLoopbackSlack({ people: [{ name: 'ada' }, { name: 'grace' }], ...about });
  const journal = Object.assign(rememberingJournal(), {
    limited: 0,
    reconnects: 0,
    rateLimited: () => {
      journal.limited += 1;
    },
    reconnected: () => {
      journal.reconnects += 1;
    },
  });
  const now = (): number => performance.now();
  const desk = openChatDesk({
    ...{ studio: studioOf(workMs), answers: memoryStore(noStore), slots: 2, mostWaiting: 10, mostPerMinute, mostAtOnce: 5 },
    ...{
      budgetMs: 30_000,
      isPaused: false,
      version: '0.0.0',
      contact: null,
      now,
      onError: (error: unknown) => journal.problem('slack', 'desk', error),
    },
  });
  const { botToken, apiUrl, appToken, signingSecret } = slack;
  const access = way === 'socket' ? ({ transport: way, appToken } as const) : ({ transport: way, signingSecret } as const);
  const limits = timeoutMs === undefined ? {} : { timeoutMs };
  const platform = await openSlack({ desk, journal, now, botToken, apiUrl, ...access, ...limits });
  const receiver = platform.listener === null ? null : await openReceiver({ host: '127.0.0.1', port: 0 }, [platform.listener]);
  slack.postTo(receiver === null ? null : `${receiver.url}${platform.listener?.path}`);
  await vi.waitUntil(() => platform.isReady());
  scene = { slack, platform, desk, journal, receiver };
  return scene;
};

afterEach(async () => {
  if (scene === null) return;
  const { slack, platform, desk, receiver } = scene;
  scene = null;
  await desk.close(0);
  await platform.close();
  await receiver?.close();
  await slack.close();
  expect(slack.violations).toEqual([]);
  expect(slack.pings).toEqual([]);
});

const elementsOf = ({ blocks }: Pick<SeenMessage, 'blocks'>): readonly unknown[] =>
  blocks.filter(({ type }) => type === 'actions').flatMap((block) => listAt(block, 'elements'));

const idOf = (seen: Pick<SeenMessage, 'blocks'>, label: string): string =>
  textAt(
    elementsOf(seen).find((one) => textAt(one, 'text', 'text') === label),
    'action_id',
  ) ?? `no ${label}`;

const hasCard = (message: SeenMessage): boolean => idOf(message, 'Delete') === 'delete';
const isProgress = (message: SeenMessage): boolean => idOf(message, 'Cancel') === 'cancel';
const picturesIn = ({ blocks }: SeenMessage): number => blocks.filter(({ type }) => type === 'image').length;
const callsOf = (slack: LoopbackSlack, name: string) => slack.calls.filter(({ method }) => method === name);
const fromApp = (slack: LoopbackSlack, channel?: string): readonly SeenMessage[] =>
  slack.messages(channel).filter((message) => message.isFromApp);

describe('a response_url', () => {
  test('is used for one line of progress and the answer, however long a training talks', async () => {
    const { slack } = await open({ workMs: 2500 });
    const run = slack.command({ text: `${query} train=100` });
    await run.visible(isProgress);
    const message = await run.visible(hasCard);
    expect(picturesIn(message)).toBe(1);
    expect(run.responses.map(({ error }) => error)).toEqual([null, null]);
  });

  test('is used five times at most, also when everything goes wrong', async () => {
    const { slack, journal } = await open({ workMs: 1700 });
    const run = slack.command({ text: query });
    await run.visible(isProgress);
    slack.failNext({ method: 'response_url', error: 'invalid_blocks', times: 5 });
    slack.failNext({ method: 'chat.postMessage', error: 'invalid_blocks', times: 5 });
    slack.failNext({ method: 'files.completeUploadExternal', error: 'internal_error', times: 5 });
    await expect.poll(() => journal.outcomes, { timeout: 20_000 }).toEqual(['failed']);
    expect(run.responses.length).toBeLessThanOrEqual(5);
  });

  test('whose blocks are called invalid is tried again, and then a message of the own', async () => {
    const { slack } = await open();
    slack.failNext({ method: 'response_url', error: 'invalid_blocks' });
    const again = slack.command({ text: query });
    expect(picturesIn(await again.visible(hasCard))).toBe(1);
    expect(again.responses.map(({ error }) => error)).toEqual(['invalid_blocks', null]);
    slack.failNext({ method: 'response_url', error: 'invalid_blocks', times: 2 });
    const posted = slack.command({ text: query });
    expect(picturesIn(await posted.visible(hasCard))).toBe(1);
    expect(callsOf(slack, 'chat.postMessage').map(({ error }) => error)).toEqual([null]);
  });

  test('in a channel without the bot leads to the words alone, and to a hint', async () => {
    const { slack } = await open();
    slack.failNext({ method: 'response_url', error: 'invalid_blocks', times: 2 });
    const message = await slack.command({ text: query, channel: 'elsewhere' }).visible(hasCard);
    expect(picturesIn(message)).toBe(0);
    expect(slack.files.map(({ isDeleted }) => isDeleted)).toEqual([true]);
    expect(JSON.stringify(message.blocks)).toContain('/invite');
    expect(callsOf(slack, 'chat.postMessage').map(({ error }) => error)).toEqual(['not_in_channel']);
    expect(callsOf(slack, 'files.completeUploadExternal').map(({ arguments: { channel_id } }) => channel_id)).toEqual([
      undefined,
    ]);
  });

  test('that shows no uploaded picture has it shared beside the answer', async () => {
    const { slack } = await open();
    slack.failNext({ method: 'response_url', error: 'invalid_blocks', times: 2 });
    slack.failNext({ method: 'chat.postMessage', error: 'invalid_blocks', times: 2 });
    const message = await slack.command({ text: query }).visible(hasCard);
    expect(JSON.stringify(message.blocks)).toContain('in a message of its own');
    const shared = fromApp(slack).filter(({ files }) => files.length > 0);
    expect(shared).toHaveLength(1);
    expect(slack.files.find(({ id }) => id === shared[0]?.files[0])).toMatchObject({ bytes: png, alt: 'it <falls> & falls' });
  });
});

describe('a private answer', () => {
  test('comes to direct messages with its picture, and nobody else sees anything', async () => {
    const { slack } = await open({ workMs: 1700 });
    const run = slack.command({ text: `privately ${query}`, user: 'grace' });
    const answer = await run.visible(hasCard);
    expect(answer).toMatchObject({ channel: slack.directChannel('grace'), edits: 1 });
    expect(picturesIn(answer)).toBe(1);
    expect(fromApp(slack)).toEqual([]);
    expect(slack.ephemerals.map(({ text, ephemeralTo }) => [text, ephemeralTo])).toEqual([[pointer, run.user]]);
    expect(slack.files.map(({ channels }) => channels)).toEqual([[]]);
    expect(callsOf(slack, 'files.completeUploadExternal').some(({ arguments: { channel_id } }) => channel_id !== undefined)).toBe(
      false,
    );
  });

  test('is words for its asker alone where Slack opens no direct conversation', async () => {
    const { slack } = await open();
    slack.failNext({ method: 'conversations.open', error: 'user_disabled', times: 9 });
    const answer = await slack.command({ text: `private ${query}` }).visible(hasCard);
    expect(answer.ephemeralTo).toBe(slack.people[0]?.id);
    expect(slack.messages()).toEqual([]);
    expect(slack.files).toEqual([]);
  });

  test('is asked for in a mention, too, and what its buttons ask stays private', async () => {
    const { slack } = await open();
    const answer = await slack.mention({ text: `private: ${query}` }).visible(hasCard);
    const next = slack.press(answer, idOf(answer, 'New seed'));
    await expect.poll(() => fromApp(slack, slack.directChannel()).filter(hasCard).length).toBe(2);
    expect(fromApp(slack)).toEqual([]);
    expect(next.responses).toEqual([]);
  });
});

describe('a message that calls the bot', () => {
  test('in a thread is answered in one message there, which told what was done before', async () => {
    const { slack } = await open({ workMs: 1700 });
    const start = slack.say({ text: 'shall we ask?' });
    const run = slack.mention({ text: query, threadTs: start.ts });
    const progress = await run.visible(isProgress);
    const answer = await run.visible(hasCard);
    expect(answer).toMatchObject({ ts: progress.ts, threadTs: start.ts });
    expect(picturesIn(answer)).toBe(1);
    const pressed = await slack.press(answer, idOf(answer, 'New seed'), { user: 'grace' }).visible(hasCard);
    expect(pressed.threadTs).toBe(start.ts);
    expect(fromApp(slack).every(({ threadTs }) => threadTs === start.ts)).toBe(true);
  });

  test('outside of threads starts one, and mistakes are told to its author alone', async () => {
    const { slack } = await open();
    const answer = await slack.mention({ text: query }).visible(hasCard);
    expect(answer.threadTs).toBe(slack.messages()[0]?.ts);
    const mistake = await slack.mention({ text: 'act=sigmod' }).visible(({ text }) => text.includes('sigmod'));
    expect(mistake).toMatchObject({ ephemeralTo: slack.people[0]?.id, threadTs: null });
  });

  test('and is taken back leaves nothing behind but a word to its author', async () => {
    const { slack } = await open({ workMs: 9000 });
    const start = slack.say({ text: 'shall we ask?' });
    const run = slack.mention({ text: query, threadTs: start.ts });
    const progress = await run.visible(isProgress);
    slack.press(progress, idOf(progress, 'Cancel'));
    const word = await run.visible(({ text }) => text === 'Cancelled.');
    expect(word).toMatchObject({ ephemeralTo: slack.people[0]?.id, threadTs: start.ts });
    expect(fromApp(slack)).toEqual([]);
  });

  test('where the bot may not write is answered in direct messages', async () => {
    const { slack, journal } = await open({ workMs: 1700 });
    await slack.mention({ text: query, channel: 'elsewhere' }).acknowledged();
    await expect
      .poll(() => fromApp(slack, slack.directChannel()).filter(hasCard).map(picturesIn), { timeout: 5000 })
      .toEqual([1]);
    expect(journal.problems).toEqual([]);
    await slack.mention({ text: 'help', channel: 'elsewhere' }).acknowledged();
    await expect.poll(() => fromApp(slack, slack.directChannel()).length).toBe(2);
    expect(fromApp(slack, 'elsewhere')).toEqual([]);
  });

  test('that Slack tells of again is answered once', async () => {
    const { slack, journal } = await open();
    const run = slack.mention({ text: query });
    await run.visible(hasCard);
    await slack.deliverAgain(run, { retryNum: 1, reason: 'http_timeout' }).acknowledged();
    await expect.poll(() => [...journal.outcomes].sort()).toEqual(['answered', 'duplicate']);
    expect(fromApp(slack)).toHaveLength(1);
  });

  test('alone is answered there, and so are its mistakes', async () => {
    const { slack } = await open();
    const answer = await slack.directMessage({ text: `what of ${query}?`, user: 'grace' }).visible(hasCard);
    expect(answer).toMatchObject({ channel: slack.directChannel('grace'), threadTs: null });
    const mistake = await slack.directMessage({ text: 'good morning', user: 'grace' }).visible(({ ts }) => ts !== answer.ts);
    expect(mistake).toMatchObject({ channel: slack.directChannel('grace'), ephemeralTo: null });
  });
});

describe('a button', () => {
  const forged = (message: SeenMessage, id: string, value: string): SeenMessage => ({
    ...message,
    blocks: [{ type: 'actions', block_id: 'forged', elements: [{ type: 'button', action_id: id, value }] }],
  });

  test.each([
    ['delete', JSON.stringify({ v: 1, asker: 'U404' }), 'Only whoever asked'],
    ['delete', 'U1', 'another version'],
    ['delete', '{"v":2,"asker":"U1"}', 'another version'],
    ['cancel', JSON.stringify({ v: 1, ticket: 'nobody' }), 'no longer under way'],
    ['cancel', '[]', 'another version'],
    ['cancel', '{"v":1,"ticket":{}}', 'another version'],
    ['ask:next', '{"v":1}', 'lost its question'],
    ['ask:next', JSON.stringify({ v: 1, query: 'act=<!channel>' }), 'channel'],
    ['ask:next', JSON.stringify({ v: 1, query: 'x'.repeat(5000) }), 'another version'],
    ['ask:__proto__', '{"v":1,"query":"help"}', 'another version'],
    ['old-button', 'v0', 'another version'],
    ['change', 'null', 'another version'],
  ])('that was forged (%s, %s) is refused in words for whoever pressed it', async (id, value, words) => {
    const { slack } = await open();
    const message = await slack.command({ text: query, user: 'ada' }).visible(hasCard);
    const refusal = await slack.press(forged(message, id, value), id, { user: 'grace' }).visible();
    expect(refusal.text).toContain(words);
    expect(refusal.ephemeralTo).toBe(slack.people[1]?.id);
    expect(fromApp(slack)).toHaveLength(1);
  });

  test('of a question too long for it finds the question in its message', async () => {
    const { slack } = await open();
    const message = await slack.command({ text: query }).visible(hasCard);
    const run = slack.press(forgedBelow(message, 'ask:reseed', '{"v":1,"query":null}'), 'ask:reseed');
    expect(JSON.stringify((await run.visible(hasCard)).blocks)).toContain('seed=16');
  });

  const forgedBelow = (message: SeenMessage, id: string, value: string): SeenMessage => ({
    ...message,
    blocks: [...message.blocks.filter(({ type }) => type !== 'actions'), ...forged(message, id, value).blocks],
  });

  test('deletes the answer and its picture, for whoever asked', async () => {
    const { slack } = await open();
    const message = await slack.command({ text: query }).visible(hasCard);
    slack.press(message, 'delete');
    await expect.poll(() => slack.files.map(({ isDeleted }) => isDeleted)).toEqual([true]);
    expect(slack.messages()).toEqual([]);
  });

  test('deletes with the own token where the address has run out', async () => {
    const { slack } = await open();
    const message = await slack.mention({ text: query }).visible(hasCard);
    slack.failNext({ method: 'response_url', error: 'expired_url' });
    slack.press(message, 'delete');
    await expect.poll(() => fromApp(slack)).toEqual([]);
  });

  test('that was left below old progress says so, and is gone', async () => {
    const { slack, journal } = await open({ workMs: 1700 });
    const run = slack.command({ text: query });
    const progress = await run.visible(isProgress);
    await run.visible(hasCard);
    await expect.poll(() => journal.outcomes).toEqual(['answered']);
    const word = await slack.press(progress, 'cancel').visible();
    expect(word).toMatchObject({ ts: progress.ts, edits: 1 });
    expect(word.text).toContain('no longer under way');
    expect(elementsOf(word)).toEqual([]);
  });

  test('whose press is delivered again acts once', async () => {
    const { slack, journal } = await open();
    const message = await slack.command({ text: query }).visible(hasCard);
    const form = slack.press(message, 'change');
    await vi.waitUntil(() => slack.views[0]);
    await slack.deliverAgain(form).acknowledged();
    const asked = slack.press(message, idOf(message, 'New seed'));
    await asked.visible(hasCard);
    await slack.deliverAgain(asked).acknowledged();
    const gone = slack.press(message, 'delete');
    await slack.deliverAgain(gone).acknowledged();
    await expect.poll(() => [...journal.outcomes].sort()).toEqual(['answered', 'answered', 'duplicate']);
    await expect.poll(() => fromApp(slack).length).toBe(1);
    expect(slack.views).toHaveLength(1);
    expect(gone.responses).toHaveLength(1);
    expect(journal.problems).toEqual([]);
  });

  test('outlives the process that sent it', async () => {
    const { slack, platform, desk, journal } = await open();
    const message = await slack.command({ text: query }).visible(hasCard);
    await platform.close();
    const { botToken, apiUrl, appToken } = slack;
    const now = (): number => performance.now();
    const other = await openSlack({ desk, journal, now, botToken, apiUrl, transport: 'socket', appToken });
    const next = await slack.press(message, idOf(message, 'New seed')).visible(hasCard);
    expect(next.ts).not.toBe(message.ts);
    await other.close();
  });
});

describe('a form', () => {
  test('tells mistakes where they were made, and takes what is right after them', async () => {
    const { slack } = await open();
    const message = await slack.command({ text: query }).visible(hasCard);
    const pressed = slack.press(message, 'change');
    const view = await vi.waitUntil(() => slack.views[0]);
    const wrong = await slack.submitModal(view, { question: { text: 'act=sigmod' } }).acknowledged();
    expect(wrong.body).toMatchObject({ response_action: 'errors', errors: { question: expect.stringContaining('sigmoid') } });
    await slack.submitModal(view, { question: { text: 'depth=12' } }).acknowledged();
    expect(JSON.stringify((await pressed.visible(hasCard)).blocks)).toContain('depth=12');
    expect(slack.views.map(({ isOpen }) => isOpen)).toEqual([false]);
  });

  test('whose memory was tampered with answers in direct messages', async () => {
    const { slack } = await open();
    const message = await slack.command({ text: query }).visible(hasCard);
    slack.press(message, 'change');
    const view = await vi.waitUntil(() => slack.views[0]);
    const { botToken, apiUrl } = slack;
    const tampered = { ...view.body, private_metadata: '{"v":1,"channel":"../x","responseUrl":"https://example.org/"}' };
    const update = new URLSearchParams({ token: botToken, view_id: view.id, view: JSON.stringify(tampered) });
    await fetch(`${apiUrl}views.update`, { method: 'POST', body: update });
    slack.submitModal(view, { question: { text: query } });
    await expect.poll(() => fromApp(slack, slack.directChannel()).filter(hasCard).length).toBe(1);
    expect(fromApp(slack)).toEqual([message]);
  });
});

describe('the weather', () => {
  test('a picture that Slack still looks at is waited for', async () => {
    const { slack } = await open({ slack: { fileScanPolls: 4, people: [{ name: 'ada' }] } });
    expect(picturesIn(await slack.command({ text: query }).visible(hasCard))).toBe(1);
    expect(callsOf(slack, 'files.info')).toHaveLength(5);
  });

  test('an upload that fails leaves the words', async () => {
    const { slack, journal } = await open();
    slack.failNext({ method: 'files.getUploadURLExternal', error: 'storage_limit_reached', times: 2 });
    const message = await slack.command({ text: query }).visible(hasCard);
    expect(JSON.stringify(message.blocks)).toContain('could not be shown');
    expect(journal.problems.length).toBeGreaterThan(0);
  });

  test('rate limits are waited out, and nothing is said twice', async () => {
    const { slack, journal } = await open();
    for (const method of ['chat.postMessage', 'files.getUploadURLExternal', 'response_url']) slack.rateLimitNext({ method });
    await slack.mention({ text: query }).visible(hasCard);
    await slack.command({ text: query }).visible(hasCard);
    expect(fromApp(slack)).toHaveLength(2);
    expect(journal.limited).toBe(3);
    expect(journal.problems).toEqual([]);
  });

  test('a Web API that answers too late costs the picture, not the answer', async () => {
    const { slack } = await open({ timeoutMs: 100 });
    slack.stall(400);
    const message = await slack.command({ text: query }).visible(hasCard, 20_000);
    expect(picturesIn(message)).toBe(0);
    expect(callsOf(slack, 'files.getUploadURLExternal').length).toBeGreaterThanOrEqual(4);
    slack.stall(0);
  });

  test('connections that Slack renews or loses are opened anew, and what was asked meanwhile is answered', async () => {
    const { slack, platform, journal } = await open();
    expect(slack.connections).toBe(2);
    slack.refreshSockets();
    await expect.poll(() => platform.isReady()).toBe(false);
    await slack.command({ text: query }).visible(hasCard);
    await slack.connected(2);
    slack.dropSockets();
    await expect.poll(() => platform.isReady()).toBe(false);
    await slack.command({ text: query }).visible(hasCard);
    expect(journal.reconnects).toBeGreaterThanOrEqual(2);
  });

  test('what was taken on is answered after the intake has stopped', async () => {
    const { slack, platform } = await open({ workMs: 500 });
    const run = slack.command({ text: query });
    await run.acknowledged();
    await platform.stopIntake();
    expect(platform.isReady()).toBe(false);
    await run.visible(hasCard);
  });
});

describe('over HTTP', () => {
  test.each(['wrong', 'missing', 'old', 'future'] as const)('a request with a %s signature is refused', async (signature) => {
    const { slack, journal } = await open({ way: 'http' });
    expect((await slack.send({ signature })).status).toBe(401);
    expect((await slack.send({ signature: 'good' })).status).toBe(200);
    expect(journal.problems).toEqual([]);
    expect(journal.outcomes).toEqual(['words']);
  });

  test("an address for answers that is not Slack's is never posted to", async () => {
    const { slack } = await open({ way: 'http' });
    const [person, channel] = [slack.people[0]?.id ?? '', slack.channels[0]?.id ?? ''];
    const form = {
      command: '/vanish',
      text: query,
      trigger_id: 'T1',
      user_id: person,
      channel_id: channel,
      team_id: slack.teamId,
    };
    // of the same server under another name, where it would be taken
    const address = `${slack.apiUrl.replace('127.0.0.1', 'localhost').replace('/api/', '/respond/R1')}`;
    await slack.send({ body: new URLSearchParams({ ...form, response_url: address }).toString() });
    await expect.poll(() => fromApp(slack).filter(hasCard).length).toBe(1);
    expect(callsOf(slack, 'chat.postMessage')).toHaveLength(1);
  });
});

test('the home tab explains, and its buttons are answered in direct messages', async () => {
  const { slack } = await open();
  await slack.openHome().acknowledged();
  const home = await vi.waitUntil(() => slack.views[0]);
  expect(JSON.stringify(home.blocks)).toContain('/vanish depth=10 act=sigmoid');
  slack.press(home, idOf(home, 'depth=10 act=sigmoid'));
  await expect.poll(() => fromApp(slack, slack.directChannel()).filter(hasCard).map(picturesIn)).toEqual([1]);
});

test('limits are told in the words of all platforms, with the acknowledgement', async () => {
  const { slack } = await open({ mostPerMinute: 1 });
  await slack.command({ text: query }).visible(hasCard);
  const run = slack.command({ text: query });
  expect((await run.acknowledged()).body).toMatchObject({ text: expect.stringMatching(/Try again in \d+ seconds/u) });
  expect(run.responses).toEqual([]);
});

test('a shortcut answers in the thread of its message', async () => {
  const { slack } = await open();
  const message = slack.say({ text: `look: ${query}`, user: 'grace' });
  const answer = await slack.shortcut({ callbackId: runThisId, message }).visible(hasCard);
  expect(answer.threadTs).toBe(message.ts);
});

test('every message has its words at the top, and markup in none of them', async () => {
  const { slack } = await open();
  const run = slack.command({ text: 'act=a<b&c' });
  const word = await run.visible();
  expect(word.text).toMatch(/^[^<>]+$/u);
  expect(word.text).toContain('&lt;');
});

test('tokens that Slack does not take are said at once, and stand in no error', async () => {
  const slack = await openLoopbackSlack();
  const { botToken, apiUrl, appToken } = slack;
  const desk = {} as ChatDesk;
  const journal = rememberingJournal();
  const about = { desk, journal, now: () => 0, apiUrl, transport: 'socket' } as const;
  for (const tokens of [
    { botToken: 'xoxb-secret', appToken },
    { botToken, appToken: 'xapp-secret' },
  ]) {
    const error: unknown = await openSlack({ ...about, ...tokens }).catch((caught: unknown) => caught);
    expect(String(error)).toContain('invalid_auth');
  }
  expect(JSON.stringify(journal.problems.map((problem) => String((problem as { error: unknown }).error)))).not.toContain(
    'secret',
  );
  await slack.close();
});

/** What each method is allowed by, as docs.slack.dev has it. */
const scopeOf: Readonly<Record<string, string | null>> = {
  'apps.connections.open': null,
  'auth.test': null,
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.open': 'im:write',
  'files.completeUploadExternal': 'files:write',
  'files.delete': 'files:write',
  'files.getUploadURLExternal': 'files:write',
  'files.info': 'files:read',
  'views.open': null,
  'views.publish': null,
};

test('all that the bot does is allowed by the scopes of the manifest, and each of them is used', async () => {
  const scopes: readonly string[] = manifest.oauth_config.scopes.bot;
  const { slack, journal } = await open({ workMs: 1700, slack: { scopes, people: [{ name: 'ada' }] } });
  slack.command({ text: `private ${query}` });
  slack.mention({ text: query });
  slack.directMessage({ text: 'act=sigmod' });
  slack.mention({ text: 'act=sigmod' });
  const cards = (): readonly SeenMessage[] => [...fromApp(slack), ...fromApp(slack, slack.directChannel())].filter(hasCard);
  await expect.poll(() => cards().length, { timeout: 10_000 }).toBe(2);
  for (const card of cards()) slack.press(card, 'delete');
  await slack.openHome().acknowledged();
  await expect.poll(() => callsOf(slack, 'files.delete').length + callsOf(slack, 'views.publish').length).toBe(3);
  expect(journal.problems).toEqual([]);
  // that a command, a mention and a direct message arrive at all takes one each
  const used = slack.calls.map(({ method }) => scopeOf[method]).filter((scope) => scope !== null);
  expect([...new Set([...used, 'commands', 'app_mentions:read', 'im:history'])].sort()).toEqual(scopes);
});
