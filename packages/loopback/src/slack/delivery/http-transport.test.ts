import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HandClock, openHandClock, openHandServer } from '../fixtures/by-hand.ts';
import { type RunningBot, startChartBot } from '../fixtures/chart-bot.ts';
import { type LoopbackSlack, openLoopbackSlack } from '../index.ts';

describe('requests to a bot of Bolt', () => {
  let slack: LoopbackSlack;
  let bot: RunningBot;

  beforeEach(async () => {
    slack = await openLoopbackSlack();
    bot = await startChartBot(slack, 'http');
  });

  afterEach(async () => {
    await bot.stop();
    await slack.close();
  });

  test.each([
    ['good', 200],
    ['wrong', 401],
    ['missing', 401],
    ['old', 401],
    // Bolt looks at the past alone; a listener behind a proxy has to do the rest
    ['future', 200],
  ] as const)('with a %s signature are answered %i', async (signature, status) => {
    expect((await slack.send({ signature })).status).toBe(status);
  });

  test('that are too large are answered 413 before anybody looks at the signature', async () => {
    const bytes = 5 * 2 ** 20;
    expect((await slack.send({ bytes, signature: 'missing' })).status).toBe(413);
    expect((await slack.send({ bytes: 2 ** 20 })).status).toBe(200);
  });

  test('that try the certificate need no signature', async () => {
    expect((await slack.send({ isSslCheck: true })).status).toBe(200);
  });

  test('that came before say so', async () => {
    const server = await openHandServer((response) => response.end());
    slack.postTo(server.address);
    await slack.send({ retry: { retryNum: 2, reason: 'http_timeout' } });
    expect(server.requests[0]?.headers).toMatchObject({ 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' });
    await server.close();
  });
});

describe('an app that does not do as it should', () => {
  let clock: HandClock;
  let slack: LoopbackSlack;

  beforeEach(async () => {
    clock = openHandClock();
    slack = await openLoopbackSlack({ now: clock.now });
  });

  afterEach(() => slack.close());

  test('misses the 3 s by the clock', async () => {
    const server = await openHandServer(() => {});
    slack.postTo(server.address);
    const run = slack.command({ text: 'depth=10' });
    await expect.poll(() => server.requests.length).toBe(1);
    clock.pass(3000);
    expect(run.timedOut).toBe(false);
    clock.pass(1);
    await expect(run.acknowledged()).rejects.toThrow('not acknowledged: nothing within 3000 ms');
    expect(run.timedOut).toBe(true);
    expect(slack.violations.map(({ rule }) => rule)).toEqual(['acknowledged-in-time']);
    await server.close();
  });

  test('is told an event again at once, a minute and five minutes later, and then no more', async () => {
    const server = await openHandServer((response) => response.writeHead(500).end());
    slack.postTo(server.address);
    const run = slack.mention({ text: 'depth=10' });
    await expect.poll(() => server.requests.length).toBe(2);
    clock.pass(60_000);
    await expect.poll(() => server.requests.length).toBe(3);
    clock.pass(299_000);
    expect(server.requests.length).toBe(3);
    clock.pass(1000);
    await expect(run.acknowledged()).rejects.toThrow('answered 500');
    clock.pass(3_600_000);
    expect(run.attempts).toBe(4);
    expect(server.requests.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2', '3']);
    expect(server.requests[3]?.headers['x-slack-retry-reason']).toBe('http_error');
    await server.close();
  });

  test('is told a command once, and an event once where it wants no retries', async () => {
    const server = await openHandServer((response) => response.writeHead(500, { 'x-slack-no-retry': '1' }).end());
    slack.postTo(server.address);
    await expect(slack.command({ text: '' }).acknowledged()).rejects.toThrow('answered 500');
    await expect(slack.mention({ text: '' }).acknowledged()).rejects.toThrow('answered 500');
    expect(server.requests.length).toBe(2);
    await server.close();
  });

  test('that comes to itself acknowledges the second time', async () => {
    const server = await openHandServer((response, count) => response.writeHead(count === 1 ? 503 : 200).end());
    slack.postTo(server.address);
    const run = slack.mention({ text: '' });
    await run.acknowledged();
    expect(run.attempts).toBe(2);
    await server.close();
  });

  test('sends what nobody reads along with an acknowledgement', async () => {
    const server = await openHandServer((response) => response.end('thanks'));
    const message = slack.say({ text: 'depth=10' });
    slack.postTo(server.address);
    await slack.shortcut({ callbackId: 'run_this', message }).acknowledged();
    expect(slack.violations.map(({ rule }) => rule)).toEqual(['acknowledged-soundly']);
    await server.close();
  });

  test('is not there at all, which is nobody’s fault', async () => {
    const server = await openHandServer(() => {});
    slack.postTo(server.address);
    await server.close();
    await expect(slack.command({ text: '' }).acknowledged()).rejects.toThrow('ECONNREFUSED');
    expect(slack.violations).toEqual([]);
  });

  test('is not on this computer', () => {
    expect(() => slack.postTo('http://example.org/slack/events')).toThrow('not on 127.0.0.1');
  });
});
