import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { shardOf } from './gateway/session.ts';
import { type LoopbackDiscord, type LoopbackDiscordOptions, openLoopbackDiscord } from './index.ts';

let discord: LoopbackDiscord;
let sockets: WebSocket[] = [];

const reopen = async (options: LoopbackDiscordOptions): Promise<void> => {
  await discord.close();
  discord = await openLoopbackDiscord(options);
};

beforeEach(async () => {
  discord = await openLoopbackDiscord();
});

afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  sockets = [];
  await discord.close();
});

interface Heard {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: Readonly<Record<string, unknown>>;
}

interface Line {
  readonly heard: Heard[];
  readonly send: (op: number, d: unknown) => void;
  readonly closed: Promise<number>;
  readonly socket: WebSocket;
}

const connect = async (query = 'v=10&encoding=json'): Promise<Line> => {
  const socket = new WebSocket(`${discord.api.replace('http', 'ws').replace('/api', '')}/?${query}`);
  sockets.push(socket);
  const heard: Heard[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Heard));
  const closed = once(socket, 'close').then(([code]) => code as number);
  await once(socket, 'open');
  await discord.until(() => heard.length > 0 || socket.readyState !== WebSocket.OPEN);
  return { heard, send: (op, d) => socket.send(JSON.stringify({ op, d })), closed, socket };
};

const identify = async (more: object = {}): Promise<Line> => {
  const line = await connect();
  line.send(2, { token: discord.token, intents: 1, properties: {}, ...more });
  return line;
};

it('greets, answers heartbeats, and counts what it tells', async () => {
  const { heard, send } = await identify();
  send(1, 1);
  await discord.until(() => heard.length === 4);
  discord.slash({ name: 'vanish' });
  await discord.until(() => heard.length === 5);
  expect(heard.map(({ op, t, s }) => [op, t ?? null, s ?? null])).toEqual([
    [10, null, null],
    [0, 'READY', 1],
    [0, 'GUILD_CREATE', 2],
    [11, null, null],
    [0, 'INTERACTION_CREATE', 3],
  ]);
});

it.each([
  [4004, 'wrong-token', { token: 'wrong' }],
  [4010, 'shard', { shard: [1, 1] }],
  [4013, 'intents', { intents: 2 ** 30 }],
  [4014, 'privileged-intents', { intents: 1 << 1 }],
])('closes with %i: %s', async (code, rule, more) => {
  expect(await (await identify(more)).closed).toBe(code);
  expect(discord.violations).toMatchObject([{ rule }]);
});

it.each([
  [4012, 'gateway-version', 'v=8&encoding=json'],
  [4002, 'loopback-encoding', 'v=10&encoding=json&compress=zlib-stream'],
])('closes with %i: %s', async (code, rule, query) => {
  expect(await (await connect(query)).closed).toBe(code);
  expect(discord.violations).toMatchObject([{ rule }]);
});

it('tells the shard that Discord computes', () => {
  const guild = '197038439483310086';
  // the formula of Discord's documentation, in floating point
  expect(shardOf(guild, 16)).toBe(Math.floor(Number(guild) / 2 ** 22) % 16);
  expect(shardOf(guild, 7)).toBe(Math.floor(Number(guild) / 2 ** 22) % 7);
  expect(shardOf(null, 16)).toBe(0);
});

it('takes privileged intents that were granted, and tells messages with their text then', async () => {
  await reopen({ privilegedIntents: 1 << 15 });
  const { heard } = await identify({ intents: (1 << 9) | (1 << 15) });
  await discord.until(() => heard.length === 2);
  discord.say('not for the bot');
  await discord.until(() => heard.length === 3);
  expect(heard[2]).toMatchObject({ t: 'MESSAGE_CREATE', d: { content: 'not for the bot' } });
});

it('closes on what is too long, out of order, twice, or unknown', async () => {
  const long = await identify();
  long.send(3, 'x'.repeat(4096));
  expect(await long.closed).toBe(4002);
  const early = await connect();
  early.send(3, {});
  expect(await early.closed).toBe(4003);
  const twice = await identify();
  twice.send(2, { token: discord.token, intents: 1 });
  expect(await twice.closed).toBe(4005);
  const unknown = await identify();
  unknown.send(99, {});
  expect(await unknown.closed).toBe(4001);
  const chatty = await identify();
  for (let count = 0; count < 120; count += 1) chatty.send(1, null);
  expect(await chatty.closed).toBe(4008);
  const rules = ['gateway-payload', 'gateway-order', 'gateway-order', 'gateway-opcode', 'gateway-rate'];
  expect([...new Set(discord.violations.map(({ rule }) => rule))]).toEqual([...new Set(rules)]);
});

it('closes on whom it does not hear', async () => {
  await reopen({ heartbeatIntervalMs: 20 });
  expect(await (await identify()).closed).toBe(4009);
  expect(discord.violations).toMatchObject([{ rule: 'heartbeat' }]);
});

it('tells who resumes what they missed, and nobody who left for good', async () => {
  const first = await identify();
  await discord.until(() => first.heard.length === 3);
  const session = first.heard[1]?.d['session_id'];
  first.socket.terminate();
  await discord.until(() => discord.connections.every(({ isOpen }) => !isOpen));
  const run = discord.slash({ name: 'vanish' });
  const second = await connect();
  second.send(6, { token: discord.token, session_id: session, seq: 2 });
  await discord.until(() => second.heard.length === 3);
  expect(second.heard.slice(1)).toMatchObject([
    { t: 'INTERACTION_CREATE', s: 3, d: { id: run.id } },
    { t: 'RESUMED', s: 4 },
  ]);
  second.socket.close(1000);
  await discord.until(() => discord.connections.length === 0);
  const third = await connect();
  third.send(6, { token: discord.token, session_id: session, seq: 2 });
  await discord.until(() => third.heard.length === 2);
  expect(third.heard[1]).toMatchObject({ op: 9, d: false });
});

it('invalidates sessions', async () => {
  const { heard } = await identify();
  await discord.until(() => heard.length === 3);
  discord.invalidateSession();
  await discord.until(() => heard.length === 4);
  expect(heard[3]).toMatchObject({ op: 9, d: false });
  expect(discord.connections).toEqual([]);
});

it('tells each shard of its guilds, and the first of direct messages', async () => {
  const lines = [await identify({ shard: [0, 2] }), await identify({ shard: [1, 2] })];
  const ofGuild = Number((BigInt(discord.guildId) >> 22n) % 2n);
  await discord.until(() => lines.every(({ heard }) => heard.length >= 2));
  const [direct, inGuild] = [discord.slash({ name: 'vanish', dm: true }), discord.slash({ name: 'vanish' })];
  const ids = (index: number) => lines[index]?.heard.filter(({ t }) => t === 'INTERACTION_CREATE').map(({ d }) => d['id']);
  await discord.until(() => (ids(0)?.length ?? 0) + (ids(1)?.length ?? 0) === 2);
  expect(ids(0)).toContain(direct.id);
  expect(ids(ofGuild)).toContain(inGuild.id);
});

it('leaves nothing open', async () => {
  await identify();
  const waiting = discord.slash({ name: 'vanish' }).message();
  const refused = expect(waiting).rejects.toThrow('the server closed');
  await discord.close();
  await refused;
  await expect(fetch(`${discord.api}/v10/gateway`)).rejects.toThrow();
  discord = await openLoopbackDiscord();
});
