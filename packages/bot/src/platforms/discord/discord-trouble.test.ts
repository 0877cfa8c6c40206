import { type InteractionHandle, type LoopbackDiscord, openLoopbackDiscord, type SeenMessage } from '@vanish/loopback/discord';
import type { APIInteractionResponse, APIMessageComponentInteraction } from 'discord.js';
import { afterEach, expect, test } from 'vitest';
import { noStore } from '../../answers/answer-store.ts';
import { memoryStore } from '../../answers/memory-store.ts';
import { type ChatDesk, type ChatDeskOptions, openChatDesk } from '../../chat/chat-desk.ts';
import { rememberingJournal } from '../../fixtures/platform-contract.ts';
import { recordedReport } from '../../fixtures/recorded-report.ts';
import type { Studio } from '../../laboratory/studio.ts';
import type { Platform } from '../platform.ts';
import { writeId } from './custom-id.ts';
import { openDiscord } from './open-discord.ts';
import { press } from './press.ts';
import { registerCommands } from './register.ts';
import { commandName } from './slash-command.ts';

/** Eight bytes that say PNG. */
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A studio that knows one answer, and takes its time. */
const studioOf = (ms: number): Studio & { readonly count: () => number } => {
  let count = 0;
  return {
    count: () => count,
    warmUp: async () => {},
    answer: async (_question, _theme, { signal, onProgress }) => {
      count += 1;
      onProgress('measuring');
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, ms);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(signal.reason);
        });
      });
      return { answer: recordedReport(), picture: { png, alt: 'a picture' } };
    },
    draw: async () => ({ png, alt: 'a picture' }),
    close: async () => {},
  };
};

let discord: LoopbackDiscord;
let platform: Platform;
let desk: ChatDesk;
let journal = rememberingJournal();

const start = async (studio: Studio, about: Partial<ChatDeskOptions> = {}): Promise<void> => {
  journal = rememberingJournal();
  discord = await openLoopbackDiscord();
  await registerCommands({ token: discord.token, applicationId: discord.applicationId, guildId: null, apiUrl: discord.api });
  const now = (): number => performance.now();
  desk = openChatDesk({
    ...{
      studio,
      answers: memoryStore(noStore),
      slots: 4,
      mostWaiting: 500,
      mostPerMinute: 1000,
      mostAtOnce: 500,
      budgetMs: 10_000,
    },
    ...{
      isPaused: false,
      version: '0.0.0',
      contact: null,
      now,
      onError: (error: unknown) => journal.problem('discord', 'desk', error),
    },
    ...about,
  });
  platform = await openDiscord({ token: discord.token, apiUrl: discord.api, desk, journal, now });
  await discord.until(() => platform.isReady());
};

afterEach(async () => {
  await desk.close(0);
  await platform.close();
  expect(discord.violations).toEqual([]);
  expect(discord.pings).toEqual([]);
  await discord.close();
});

const ask = (question: string, user = 'ada'): InteractionHandle =>
  discord.slash({ name: commandName, options: { question }, user });

interface Part {
  readonly label?: string;
  readonly content?: string;
  readonly custom_id?: string;
  readonly components?: readonly Part[];
}

const partsOf = ({ components }: SeenMessage): readonly Part[] => {
  const flatten = (parts: readonly Part[]): readonly Part[] => parts.flatMap((part) => [part, ...flatten(part.components ?? [])]);
  return flatten(components as unknown as readonly Part[]);
};

const isAnswer = (message: SeenMessage): boolean => message.attachments.length > 0;

test('200 questions at once are all acknowledged in time and all answered, one picture each', async () => {
  await start(studioOf(5));
  const asked = Array.from({ length: 200 }, (_, index) => ask(`depth=${index + 2} act=tanh`, `person ${index}`));
  const acknowledged = await Promise.all(asked.map((run) => run.acknowledged(60_000)));
  // the platform's own rule; the server counts a violation otherwise
  for (const { atMs } of acknowledged) expect(atMs).toBeLessThan(3000);
  const answers = await Promise.all(asked.map((run) => run.messageMatching(isAnswer, 110_000)));
  expect(answers.every(({ attachments }) => Buffer.from(attachments[0]?.bytes ?? []).equals(Buffer.from(png)))).toBe(true);
  await expect.poll(() => journal.outcomes.filter((outcome) => outcome === 'answered').length).toBe(200);
  expect(journal.problems).toEqual([]);
});

test('a gateway that drops loses neither what runs nor what is asked meanwhile', async () => {
  await start(studioOf(800));
  const before = ask('depth=3 act=tanh');
  await before.acknowledged();
  discord.dropGateway();
  const during = ask('depth=4 act=tanh');
  await before.messageMatching(isAnswer);
  await during.messageMatching(isAnswer);
  expect(discord.connections.some(({ resumes }) => resumes > 0)).toBe(true);
});

test('a platform that asks for patience is given it, and a request that fails is repeated', async () => {
  await start(studioOf(5));
  discord.rateLimitNext({ route: /PATCH/u, retryAfterSeconds: 0.2, times: 2 });
  await ask('depth=3 act=tanh').messageMatching(isAnswer);
  discord.failNext({ route: /PATCH/u, status: 502, times: 1 });
  await ask('depth=4 act=tanh').messageMatching(isAnswer);
  expect(discord.rateLimited).toBeGreaterThan(0);
});

test('an interaction that comes too late is dropped, counted, and keeps no place', async () => {
  await start(studioOf(5), { mostAtOnce: 1 });
  discord.failNext({ route: /callback/u, status: 404, times: 1 });
  ask('depth=3 act=tanh');
  await expect.poll(() => journal.outcomes.length + journal.problems.length).toBeGreaterThan(0);
  await ask('depth=4 act=tanh').messageMatching(isAnswer);
});

test('what is being typed is completed, and never longer than Discord takes', async () => {
  await start(studioOf(5));
  const complete = (typed: string) =>
    discord.autocomplete({ name: commandName, options: { question: typed }, focused: 'question' });
  expect((await complete('')).map(({ value }) => value)).toContain('depth=10 act=sigmoid');
  expect((await complete('depth=3 act=ta')).map(({ value }) => value)).toContain('depth=3 act=tanh');
  expect((await complete('explain batch')).length).toBeGreaterThan(0);
  expect((await complete(`depth=3 ${'x'.repeat(500)}`)).length).toBe(0);
});

test('fields are joined with what was typed', async () => {
  await start(studioOf(5));
  const run = discord.slash({ name: commandName, options: { question: 'fix', depth: 5, act: 'tanh', lr: 0.5 }, user: 'ada' });
  const message = await run.messageMatching(isAnswer);
  expect(partsOf(message).some(({ content }) => content?.includes('fix depth=5 act=tanh lr=0.5'))).toBe(true);
});

test.each([
  'v9:what',
  'v1:ask:fix',
  'v1:ask:try:',
  'v1:cancel:nothing',
  'v1:ask:fix:\u0000',
  'v1:ask:reseed:depth=1e99',
  'v1:delete:123',
  '',
])('a forged button (%j) is answered politely, to its sender alone', async (customId) => {
  await start(studioOf(5));
  const said: APIInteractionResponse[] = [];
  const forged = {
    ...{ type: 3, id: '1', application_id: '2', token: 'token', data: { custom_id: customId, component_type: 2 } },
    ...{ message: { components: [], flags: 0 }, member: { user: { id: '7' }, permissions: '0' } },
  } as unknown as APIMessageComponentInteraction;
  const rest = { patch: unexpected, post: unexpected, delete: unexpected } as never;
  await press(forged, async (response) => void said.push(response), { desk, journal, rest, now: () => 0 });
  const [response] = said as unknown as readonly { readonly type: number; readonly data: { readonly flags: number } }[];
  expect(response?.type).toBe(4);
  expect((response?.data.flags ?? 0) & 64).toBe(64);
  expect(JSON.stringify(response)).not.toMatch(/\.ts|stack|undefined/u);
});

const unexpected = (): never => {
  throw new Error('nothing was to be sent');
};

test('a question that fits no button is read from the message below which the button stands', () => {
  const long = `depth=3 act=tanh ${'width=16 '.repeat(20)}`;
  expect(writeId({ kind: 'ask', offer: 'fix', query: long })).toBe('v1:ask:fix:');
  expect(writeId({ kind: 'ask', offer: 'fix', query: 'depth=3' })).toBe('v1:ask:fix:depth=3');
});
