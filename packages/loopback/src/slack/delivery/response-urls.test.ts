import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, type HandClock, type HandServer, openHandClock, openHandServer, uploadByHand } from '../fixtures/by-hand.ts';
import { picture } from '../fixtures/chart-bot.ts';
import { type LoopbackSlack, openLoopbackSlack, type Run } from '../index.ts';

let clock: HandClock;
let slack: LoopbackSlack;
let server: HandServer;

beforeEach(async () => {
  clock = openHandClock();
  slack = await openLoopbackSlack({ now: clock.now, fileScanPolls: 1 });
  server = await openHandServer((response) => response.end());
  slack.postTo(server.address);
});

afterEach(async () => {
  await server.close();
  await slack.close();
});

const respond = async (run: Run, body: object): Promise<readonly [number, string]> => {
  const answer = await fetch(String(run.payload['response_url']), { method: 'POST', body: JSON.stringify(body) });
  return [answer.status, await answer.text()];
};

const rules = (): readonly string[] => slack.violations.map(({ rule }) => rule);
const button = { type: 'button', action_id: 'again', text: { type: 'plain_text', text: 'again' } };
const withButton = { text: 'result', blocks: [{ type: 'actions', elements: [button] }] };

test('an address serves five times, within 30 minutes', async () => {
  const run = slack.command({ text: '' });
  for (let use = 1; use <= 5; use += 1) expect(await respond(run, { text: `use ${use}` })).toEqual([200, 'ok']);
  expect(await respond(run, { text: 'use 6' })).toEqual([404, '{"ok":false,"error":"used_url"}']);
  const other = slack.command({ text: '' });
  await other.acknowledged();
  clock.pass(30 * 60_000);
  expect(await respond(other, { text: 'just in time' })).toEqual([200, 'ok']);
  clock.pass(1);
  expect(await respond(other, { text: 'late' })).toEqual([404, '{"ok":false,"error":"expired_url"}']);
  expect(run.responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404]);
  expect(rules()).toEqual(['response-url', 'response-url']);
});

test('a message is for its person alone unless it says that it is for the channel', async () => {
  const run = slack.command({ text: '', user: 'emmy' });
  await respond(run, { text: 'psst' });
  await respond(run, { text: 'hear', response_type: 'in_channel' });
  expect(slack.ephemerals.map(({ text }) => text)).toEqual(['psst']);
  expect(slack.messages().map(({ text }) => text)).toEqual(['hear']);
  expect(await run.visible()).toMatchObject({ text: 'hear', ephemeralTo: null });
});

test('a command has no original to replace: what wants to is posted as new, and written down', async () => {
  const run = slack.command({ text: '' });
  await respond(run, { text: 'training' });
  await respond(run, { text: 'result', replace_original: true });
  expect(slack.ephemerals.map(({ text }) => text)).toEqual(['training', 'result']);
  expect(rules()).toEqual(['response-url']);
});

test('a button replaces its own message, which stays as private as it was', async () => {
  const run = slack.command({ text: '' });
  await respond(run, withButton);
  const message = await run.visible();
  const pressed = slack.press(message, 'again');
  expect(pressed.payload).not.toHaveProperty('message');
  expect(pressed.payload).toMatchObject({ container: { is_ephemeral: true, message_ts: message.ts } });
  await respond(pressed, { text: 'again', replace_original: true, response_type: 'in_channel' });
  expect(await pressed.visible()).toMatchObject({ ts: message.ts, text: 'again', ephemeralTo: slack.people[0]?.id });
  await respond(pressed, { delete_original: true });
  expect(slack.ephemerals).toEqual([]);
  expect(rules()).toEqual([]);
  await respond(pressed, { delete_original: true });
  expect(rules()).toEqual(['response-url']);
});

test('a press tells of its message, its block, its value', async () => {
  const run = slack.command({ text: '' });
  await respond(run, {
    ...withButton,
    response_type: 'in_channel',
    blocks: [{ ...withButton.blocks[0], elements: [{ ...button, value: 'v1' }] }],
  });
  const message = await run.visible();
  const { payload } = slack.press(message, 'again', { user: 'emmy' });
  expect(payload).toMatchObject({
    type: 'block_actions',
    user: { name: 'emmy' },
    message: { ts: message.ts, text: 'result' },
    actions: [{ type: 'button', action_id: 'again', value: 'v1', block_id: message.blocks[0]?.block_id }],
    trigger_id: expect.any(String),
    response_url: expect.stringContaining('/respond/'),
  });
});

test('an image that was not scanned yet is refused, as if the address were gone', async () => {
  const id = await uploadByHand(slack, picture);
  const shown = {
    text: 'chart',
    response_type: 'in_channel',
    blocks: [{ type: 'image', slack_file: { id }, alt_text: 'falls' }],
  };
  const run = slack.command({ text: '' });
  expect(await respond(run, shown)).toEqual([404, '{"ok":false,"error":"invalid_blocks"}']);
  expect(await call(slack, 'files.info', { file: id })).toMatchObject({ file: { mimetype: '' } });
  expect(await call(slack, 'files.info', { file: id })).toMatchObject({ file: { mimetype: 'image/png' } });
  expect(await respond(run, shown)).toEqual([200, 'ok']);
  expect(rules()).toEqual(['block-kit']);
  expect(await respond(run, { ...shown, response_type: 'ephemeral' })).toEqual([404, '{"ok":false,"error":"invalid_blocks"}']);
  expect(rules()).toEqual(['block-kit', 'ephemeral-file']);
});

test('an address can be made to fail', async () => {
  slack.failNext({ method: 'response_url', error: 'no_text' });
  slack.rateLimitNext({ method: 'response_url', retryAfterSeconds: 7 });
  const run = slack.command({ text: '' });
  expect(await respond(run, { text: 'one' })).toEqual([404, '{"ok":false,"error":"no_text"}']);
  expect((await respond(run, { text: 'two' }))[0]).toBe(429);
  expect((await respond(run, { text: 'three' }))[0]).toBe(200);
  slack.failNext({ method: 'response_url', status: 503 });
  expect((await respond(run, { text: 'four' }))[0]).toBe(503);
  slack.ignoreNext({ method: 'response_url' });
  const unheard = respond(run, { text: 'five' }).catch(() => 'cut off');
  await expect
    .poll(() => run.responses.map(({ error }) => error))
    .toEqual(['no_text', 'ratelimited', null, 'status 503', 'silence']);
  expect(rules()).toEqual([]);
  await slack.close();
  expect(await unheard).toBe('cut off');
});

test('an outcome that does not come is an error that tells what was seen', async () => {
  const run = slack.command({ text: '' });
  await respond(run, { text: 'training' });
  await expect(run.visible(({ text }) => text === 'result', 20)).rejects.toThrow('seen: ["training"]');
});

test('what replaces a message is as public as it: files are refused to one person alone', async () => {
  const id = await uploadByHand(slack, picture);
  await call(slack, 'files.info', { file: id });
  const image = { type: 'image', slack_file: { id }, alt_text: 'falls' };
  const replacing = { text: 'chart', replace_original: true, blocks: [image] };
  const open = slack.command({ text: '' });
  await respond(open, { ...withButton, response_type: 'in_channel' });
  expect((await respond(slack.press(await open.visible(), 'again'), replacing))[0]).toBe(200);
  const hidden = slack.command({ text: '' });
  await respond(hidden, withButton);
  expect((await respond(slack.press(await hidden.visible(), 'again'), replacing))[0]).toBe(404);
  expect(rules()).toEqual(['ephemeral-file']);
});

test('of two commands at once each has its own outcome, and none that was there before', async () => {
  const channel = slack.channels[0]?.id;
  await call(slack, 'chat.postMessage', { channel, text: 'before' });
  const first = slack.command({ text: '1' });
  const second = slack.command({ text: '2' });
  await expect(first.visible(() => true, 20)).rejects.toThrow('seen: []');
  await respond(first, { text: 'first', response_type: 'in_channel' });
  await respond(second, { text: 'second', response_type: 'in_channel' });
  expect([(await first.visible()).text, (await second.visible()).text]).toEqual(['first', 'second']);
  await call(slack, 'chat.postEphemeral', { channel, user: slack.people[1]?.id, text: 'for emmy' });
  expect((await first.visible()).text).toBe('first');
  await call(slack, 'chat.postMessage', { channel, text: 'posted' });
  expect((await first.visible()).text).toBe('posted');
});

test('a waiting test hears of its own outcome alone', async () => {
  const first = slack.command({ text: '1' });
  const second = slack.command({ text: '2' });
  const outcome = first.visible();
  await respond(second, { text: 'second' });
  await respond(first, { text: 'first' });
  expect((await outcome).text).toBe('first');
});
