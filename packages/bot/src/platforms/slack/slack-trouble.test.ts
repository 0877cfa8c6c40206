import { type LoopbackSlack, openLoopbackSlack, type Run, type SeenMessage } from '@vanish/loopback/slack';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { noStore } from '../../answers/answer-store.ts';
import { memoryStore } from '../../answers/memory-store.ts';
import { type ChatDesk, type ChatDeskOptions, openChatDesk } from '../../chat/chat-desk.ts';
import { rememberingJournal } from '../../fixtures/platform-contract.ts';
import { steadyPicture, steadyStudio } from '../../fixtures/steady-studio.ts';
import type { Platform } from '../platform.ts';
import { openReceiver, type Receiver } from '../receiver.ts';
import { runThisId } from './names.ts';
import { openSlack } from './open-slack.ts';
import { listAt, textAt } from './untrusted.ts';

const query = 'depth=10 act=sigmoid';

interface Setting {
  readonly way?: 'socket' | 'http';
  readonly workMs?: number;
  readonly timeoutMs?: number;
  readonly people?: number;
  readonly fileScanPolls?: number;
  readonly limits?: Partial<ChatDeskOptions>;
}

let slack: LoopbackSlack;
let platform: Platform;
let receiver: Receiver | null;
let desk: ChatDesk;
let journal = rememberingJournal();

const open = async ({
  way = 'socket',
  workMs = 0,
  timeoutMs = 10_000,
  people = 1,
  limits = {},
  fileScanPolls = 1,
}: Setting = {}): Promise<void> => {
  const persons = Array.from({ length: people }, (_, index) => ({ name: `person-${index}` }));
  slack = await openLoopbackSlack({ people: persons, fileScanPolls });
  journal = rememberingJournal();
  const now = (): number => performance.now();
  desk = openChatDesk({
    ...{ studio: steadyStudio(workMs), answers: memoryStore(noStore), slots: 4, mostWaiting: 500, mostPerMinute: 1000 },
    ...{ mostAtOnce: 1, budgetMs: 30_000, isPaused: false, version: '0.0.0', contact: null, now, ...limits },
    onError: (error) => journal.problem('slack', 'desk', error),
  });
  const { botToken, apiUrl, appToken, signingSecret } = slack;
  const access = way === 'socket' ? ({ transport: way, appToken } as const) : ({ transport: way, signingSecret } as const);
  platform = await openSlack({ desk, journal, now, botToken, apiUrl, timeoutMs, ...access });
  receiver = platform.listener === null ? null : await openReceiver({ host: '127.0.0.1', port: 0 }, [platform.listener]);
  slack.postTo(receiver === null ? null : `${receiver.url}${platform.listener?.path}`);
  await vi.waitUntil(() => platform.isReady());
};

afterEach(async () => {
  await desk.close(0);
  await platform.close();
  await receiver?.close();
  await slack.close();
  expect(slack.violations).toEqual([]);
  expect(slack.pings).toEqual([]);
});

const labelsOf = ({ blocks }: SeenMessage): readonly string[] =>
  blocks.flatMap((block) => listAt(block, 'elements')).flatMap((element) => textAt(element, 'text', 'text') ?? []);
const isCard = (message: SeenMessage): boolean => labelsOf(message).includes('Delete');
const isProgress = (message: SeenMessage): boolean => labelsOf(message).includes('Cancel');
const isWord = (message: SeenMessage): boolean => !isCard(message) && !isProgress(message) && message.ephemeralTo !== null;

/** The picture in a message; null where there is none. */
const pictureIn = ({ blocks }: SeenMessage): Uint8Array | null => {
  const image = blocks.find(({ type }) => type === 'image');
  return slack.files.find(({ id }) => id === textAt(image, 'slack_file', 'id'))?.bytes ?? null;
};

const cards = (): readonly SeenMessage[] => slack.messages().filter(isCard);

/** The asker has no place any more, and may ask again at once. */
const expectFreePlace = async (): Promise<void> => {
  await expect.poll(() => journal.outcomes.length).toBe(1);
  expect(desk.running + desk.waiting).toBe(0);
  expect(desk.receive({ platform: 'slack', event: 'next', asker: slack.people[0]?.id ?? '', text: query }).kind).toBe('ticket');
};

describe.each(['socket', 'http'] as const)(
  'over %s, 200 questions at once',
  (way) => {
    test('as commands are all answered, one picture each', async () => {
      await open({ way, workMs: 5, people: 200 });
      const asked = slack.people.map(({ id: user }, index) => slack.command({ text: `depth=${index + 2} act=tanh`, user }));
      const seen = await Promise.all(asked.map((run) => run.visible(isCard, 60_000)));
      for (const message of seen) expect(pictureIn(message)).toEqual(steadyPicture.png);
      await expect.poll(() => journal.outcomes).toEqual(Array.from({ length: 200 }, () => 'answered'));
      expect(cards()).toHaveLength(200);
      expect(journal.problems).toEqual([]);
    });

    test('as mentions, of which the line takes fifty, are each answered below or refused to their asker alone', async () => {
      await open({ way, workMs: 5, people: 200, limits: { mostWaiting: 46 } });
      for (const [index, { id: user }] of slack.people.entries()) slack.mention({ text: `depth=${index + 2} act=tanh`, user });
      await vi.waitUntil(() => journal.outcomes.length === 200, { timeout: 60_000 });
      const refused = slack.ephemerals.map(({ ephemeralTo }) => ephemeralTo);
      const answered = cards().map(({ threadTs }) => slack.messages().find(({ ts }) => ts === threadTs)?.author);
      expect([...refused, ...answered].sort()).toEqual(slack.people.map(({ id }) => id).sort());
      expect(answered.length).toBeGreaterThanOrEqual(50);
      for (const message of cards()) expect(pictureIn(message)).toEqual(steadyPicture.png);
      for (const { text } of slack.ephemerals) expect(text).toMatch(/Try again in a minute/u);
      expect(journal.problems).toEqual([]);
    });
  },
  120_000,
);

const ways = { command: 'response_url', mention: 'chat.postMessage' } as const;

/** For what hangs; long enough for what is slow on a busy computer. **Unit** milliseconds */
const timeoutMs = 400;

const ask = (way: keyof typeof ways): Run => slack[way]({ text: query });

describe.each(Object.entries(ways) as [keyof typeof ways, string][])('the answer to a %s, which goes by %s,', (way, method) => {
  test('comes a little later, with its picture, where Slack is in trouble for a moment', async () => {
    await open();
    for (const status of [503, 500]) {
      slack.failNext({ method, status });
      expect(pictureIn(await ask(way).visible(isCard))).toEqual(steadyPicture.png);
      await expect.poll(() => desk.running).toBe(0);
    }
    expect(cards()).toHaveLength(2);
  });

  test('that Slack calls rate limited without saying for how long comes a little later', async () => {
    await open();
    slack.failNext({ method, error: 'ratelimited' });
    expect(pictureIn(await ask(way).visible(isCard))).toEqual(steadyPicture.png);
    expect(cards()).toHaveLength(1);
  });

  // Slack may have taken it: a second one for all to see would be noise
  test('and is never acknowledged is not sent twice: its asker is told in words', async () => {
    await open({ timeoutMs });
    slack.ignoreNext({ method });
    const word = await ask(way).visible(isWord);
    expect(word.text).toContain('Slack did not take the answer');
    expect(cards()).toEqual([]);
    await expectFreePlace();
  });

  test.each([
    ['is in trouble', () => slack.failNext({ method, status: 503, times: 99 })],
    ['never answers', () => slack.ignoreNext({ method, times: 99 })],
    ['wants an hour of patience', () => slack.rateLimitNext({ method, retryAfterSeconds: 3600, times: 99 })],
  ])('leads to another way or to words where that way %s for good', async (_, trouble) => {
    await open({ timeoutMs });
    trouble();
    const seen = await ask(way).visible((message) => isCard(message) || isWord(message), 20_000);
    expect(seen.text).toMatch(/Vanishing|Slack did not take the answer/u);
    await expectFreePlace();
  });
});

describe('the picture', () => {
  test.each(['files.getUploadURLExternal', 'upload', 'files.completeUploadExternal'])(
    'is left out where %s fails, hangs, or is limited for an hour; the words come',
    async (method) => {
      await open({ timeoutMs });
      for (const trouble of [
        () => slack.failNext({ method, status: 500, times: 4 }),
        () => slack.ignoreNext({ method, times: 4 }),
        () => slack.rateLimitNext({ method, retryAfterSeconds: 3600 }),
      ]) {
        trouble();
        const card = await ask('command').visible(isCard, 20_000);
        expect(pictureIn(card)).toBeNull();
        expect(JSON.stringify(card.blocks)).toContain('could not be shown');
        await expect.poll(() => desk.running).toBe(0);
      }
      expect(cards()).toHaveLength(3);
    },
    60_000,
  );

  test('is shown where Slack never says what it found it to be', async () => {
    await open({ timeoutMs, fileScanPolls: 0 });
    slack.ignoreNext({ method: 'files.info', times: 4 });
    expect(pictureIn(await ask('command').visible(isCard, 20_000))).toEqual(steadyPicture.png);
  });
});

describe('who presses a button', () => {
  const idOf = (message: SeenMessage, label: string): string =>
    textAt(
      message.blocks.flatMap((block) => listAt(block, 'elements')).find((element) => textAt(element, 'text', 'text') === label),
      'action_id',
    ) ?? label;

  test.each([
    ['fails', () => slack.failNext({ method: 'views.open', status: 500 })],
    ['hangs', () => slack.ignoreNext({ method: 'views.open' })],
  ])('for a form that %s is told so, and no trigger is tried twice', async (_, trouble) => {
    await open({ timeoutMs });
    const card = await ask('command').visible(isCard);
    trouble();
    const word = await slack.press(card, idOf(card, 'Change…')).visible(isWord);
    expect(word.text).toContain('Press Change… again');
    expect(slack.calls.filter(({ method }) => method === 'views.open')).toHaveLength(1);
  });

  test('to delete an answer that stays is told so', async () => {
    await open({ timeoutMs });
    const card = await ask('command').visible(isCard);
    slack.ignoreNext({ method: 'response_url' });
    slack.ignoreNext({ method: 'chat.delete', times: 4 });
    const word = await slack.press(card, idOf(card, 'Delete')).visible(isWord, 20_000);
    expect(word.text).toContain('could not be deleted');
    expect(cards()).toHaveLength(1);
  });
});

describe('where nobody can be whispered to by one way', () => {
  test.each(['response_url', 'chat.postEphemeral'])('a refusal finds another when %s hangs', async (method) => {
    await open({ timeoutMs, limits: { isPaused: true } });
    slack.ignoreNext({ method, times: 99 });
    const message = slack.say({ text: query });
    const run = method === 'response_url' ? slack.shortcut({ callbackId: runThisId, message }) : ask('mention');
    const told = await run.visible(({ isFromApp }) => isFromApp, 20_000);
    expect(told.text).toContain('paused');
  });

  test('a private answer that hangs in direct messages is explained in the channel, to its asker alone', async () => {
    await open({ timeoutMs });
    slack.ignoreNext({ method: 'chat.postMessage', times: 99 });
    const fits = (message: SeenMessage): boolean => isWord(message) && message.text.includes('did not take the answer');
    await slack.command({ text: `private ${query}` }).visible(fits, 20_000);
    await expectFreePlace();
  });

  test('progress that can be neither changed nor deleted keeps nobody from being told', async () => {
    await open({ timeoutMs, workMs: 2000 });
    const run = ask('mention');
    await run.visible(isProgress);
    for (const method of ['chat.update', 'chat.delete']) slack.ignoreNext({ method, times: 99 });
    expect((await run.visible(isWord, 30_000)).text).toContain('Slack did not take the answer');
    await expectFreePlace();
  }, 60_000);

  test('a private answer is words in the channel where the direct conversation never opens', async () => {
    await open({ timeoutMs });
    slack.ignoreNext({ method: 'conversations.open', times: 99 });
    const seen = await slack.command({ text: `private ${query}` }).visible(isCard, 20_000);
    expect(seen.ephemeralTo).toBe(slack.people[0]?.id);
    await expectFreePlace();
  });
});
