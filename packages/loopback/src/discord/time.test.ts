import { afterEach, beforeEach, expect, it } from 'vitest';
import { type InteractionHandle, type LoopbackDiscord, openLoopbackDiscord } from './index.ts';
import { interactionOf } from './interactions/handle.ts';

const start = Date.UTC(2026, 10, 23);
let nowMs: number;
let discord: LoopbackDiscord;

beforeEach(async () => {
  nowMs = start;
  discord = await openLoopbackDiscord({ now: () => nowMs });
});

afterEach(() => discord.close());

const send = async (method: string, path: string, body: unknown): Promise<readonly [status: number, code: unknown]> => {
  const options = { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`${discord.api}/v10${path}`, options);
  const text = await response.text();
  return [response.status, text === '' ? null : (JSON.parse(text) as { readonly code?: unknown }).code];
};

const respond = (run: InteractionHandle) =>
  send('POST', `/interactions/${run.id}/${interactionOf(run).token}/callback`, { type: 5 });
const edit = (run: InteractionHandle) =>
  send('PATCH', `/webhooks/${discord.applicationId}/${interactionOf(run).token}/messages/@original`, { content: 'x' });

it('a first response comes within three seconds', async () => {
  const [early, late] = [discord.slash({ name: 'vanish' }), discord.slash({ name: 'vanish' })];
  nowMs += 3000;
  expect(await respond(early)).toEqual([204, null]);
  expect(await early.acknowledged()).toEqual({ type: 5, atMs: 3000, isEphemeral: false });
  nowMs += 1;
  expect(await respond(late)).toEqual([404, 10062]);
  expect(late.isAcknowledged).toBe(false);
  expect(discord.unanswered.map(({ id }) => id)).toEqual([late.id]);
  expect(discord.violations).toMatchObject([{ rule: 'late-response' }]);
});

it('a second first response is refused, however early', async () => {
  const run = discord.slash({ name: 'vanish' });
  await respond(run);
  expect(await respond(run)).toEqual([400, 40060]);
  expect(run.violations).toMatchObject([{ rule: 'second-response' }]);
});

it('a token lives for fifteen minutes', async () => {
  const run = discord.slash({ name: 'vanish' });
  await respond(run);
  nowMs += 15 * 60_000;
  expect(await edit(run)).toEqual([200, undefined]);
  nowMs += 1;
  expect(await edit(run)).toEqual([401, 50027]);
  expect(discord.violations).toMatchObject([{ rule: 'expired-token' }]);
});

it('ids tell the time, have 17 to 19 digits and increase, even where the clock stands still or goes back', async () => {
  const ids = [discord.slash({ name: 'vanish' }).id, discord.slash({ name: 'vanish' }).id];
  expect(Number(BigInt(ids[0] ?? 0) >> 22n) + 1_420_070_400_000).toBe(start);
  nowMs = 0;
  ids.push(discord.slash({ name: 'vanish' }).id);
  expect(ids.every((id) => /^\d{17,19}$/u.test(id))).toBe(true);
  expect(ids.map(BigInt)).toEqual(ids.map(BigInt).sort((one, other) => Number(one - other)));
  expect(new Set(ids).size).toBe(3);
});

it('who waits in vain learns what happened instead', async () => {
  const run = discord.slash({ name: 'vanish' });
  await respond(run);
  await respond(run);
  await expect(run.message(10)).rejects.toThrow('the first response was of type 5; broken rules: second-response');
});
