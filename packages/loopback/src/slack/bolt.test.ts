import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { picture, type RunningBot, startChartBot, type Way } from './fixtures/chart-bot.ts';
import { type LoopbackSlack, openLoopbackSlack } from './index.ts';

describe.each<Way>(['socket', 'http'])('a bot of Bolt over %s', (way) => {
  let slack: LoopbackSlack;
  let bot: RunningBot;

  beforeEach(async () => {
    slack = await openLoopbackSlack();
    bot = await startChartBot(slack, way);
  });

  afterEach(async () => {
    await bot.stop();
    await slack.close();
  });

  test('a usage error is acknowledged in words that only its author sees', async () => {
    const run = slack.command({ text: '' });
    expect((await run.acknowledged()).body).toEqual(way === 'socket' ? { text: 'say depth=…' } : 'say depth=…');
    expect(slack.ephemerals.map(({ text, ephemeralTo }) => [text, ephemeralTo])).toEqual([['say depth=…', slack.people[0]?.id]]);
    expect(slack.messages()).toEqual([]);
    expect(run.timedOut).toBe(false);
  });

  test('an acknowledgement can be for all', async () => {
    const message = await slack.command({ text: 'public' }).visible();
    expect(message).toMatchObject({ text: 'for all', ephemeralTo: null });
    expect(slack.messages()).toEqual([message]);
  });

  test('a chart is uploaded privately, waited for, and shown in one message', async () => {
    const run = slack.command({ text: 'depth=10 act=sigmoid', channel: 'elsewhere' });
    const message = await run.visible(({ blocks }) => blocks.length > 0);
    expect((await run.acknowledged()).body).toBeUndefined();
    expect(message.text).toBe('it vanishes: depth=10 act=sigmoid');
    expect(run.responses.map(({ status }) => status)).toEqual([200, 200]);
    expect(slack.messages('elsewhere')).toEqual([message]);
    expect(slack.ephemerals.map(({ text }) => text)).toEqual(['training']);
    const [file] = slack.files;
    expect(file?.bytes).toEqual(picture);
    expect(file).toMatchObject({ title: 'RMS of gradients', alt: 'it falls', channels: [], mimetype: 'image/png' });
    expect(slack.violations).toEqual([]);
    expect(slack.pings).toEqual([]);
  });

  test('a button replaces the message it stands under, another removes it', async () => {
    const message = await slack.command({ text: 'depth=3' }).visible(({ blocks }) => blocks.length > 0);
    const again = await slack.press(message, 'again', { user: 'emmy' }).visible();
    expect(again).toMatchObject({ ts: message.ts, text: 'again: depth=3', blocks: [], edits: 1 });
    const other = await slack.command({ text: 'depth=4' }).visible(({ blocks }) => blocks.length > 0);
    const run = slack.press(other, 'drop');
    await run.acknowledged();
    await expect.poll(() => run.responses.length).toBe(1);
    expect(slack.messages()).toEqual([again]);
    expect(() => slack.press(message, 'nothing')).toThrow('there are: again, drop, change');
    expect(slack.violations).toEqual([]);
  });

  test('a modal is opened, refuses a wrong field, and is closed by a good one', async () => {
    const message = await slack.command({ text: 'depth=3' }).visible(({ blocks }) => blocks.length > 0);
    slack.press(message, 'change');
    await expect.poll(() => slack.views.length).toBe(1);
    const [view] = slack.views;
    if (view === undefined) throw new Error('no view');
    expect(() => slack.submitModal(view, { depth: { value: '' } })).toThrow('"depth" is empty');
    const refused = slack.submitModal(view, { depth: { value: '0' } });
    expect((await refused.acknowledged()).body).toEqual({ response_action: 'errors', errors: { depth: 'at least 1' } });
    expect(slack.views[0]?.isOpen).toBe(true);
    const taken = slack.submitModal(view, { depth: { value: '12' } });
    expect((await taken.visible()).text).toBe('depth=12');
    expect(slack.views[0]?.isOpen).toBe(false);
    expect(slack.messages(slack.directChannel()).map(({ text }) => text)).toEqual(['depth=12']);
    expect(slack.violations).toEqual([]);
  });

  test('a mention in a thread is answered there, a direct message directly', async () => {
    const start = slack.say({ text: 'shall we ask?' });
    const answer = await slack.mention({ text: 'depth=10 & <b>', threadTs: start.ts }).visible();
    expect(answer).toMatchObject({ text: 'you said depth=10 &amp; &lt;b&gt;', threadTs: start.ts });
    const direct = await slack.directMessage({ text: 'help', user: 'emmy' }).visible();
    expect(direct).toMatchObject({ text: 'directly: help', channel: slack.directChannel('emmy') });
    expect(slack.violations).toEqual([]);
  });

  test('a shortcut runs what a message says, and the home tab is published', async () => {
    const message = slack.say({ text: 'depth=9 act=tanh' });
    const ran = await slack.shortcut({ callbackId: 'run_this', message }).visible();
    expect(ran).toMatchObject({ text: 'ran depth=9 act=tanh', ephemeralTo: slack.people[0]?.id });
    await slack.openHome().acknowledged();
    await expect.poll(() => slack.views.map(({ kind }) => kind)).toEqual(['home']);
    expect(slack.violations).toEqual([]);
  });

  test('a sixth use of response_url is refused and written down', async () => {
    const run = slack.command({ text: 'say 6' });
    await expect.poll(() => run.responses.map(({ error }) => error)).toEqual([null, null, null, null, null, 'used_url']);
    await expect.poll(() => bot.errors.map((error) => 'code' in error && error.code)).toEqual(['slack_bolt_respond_error']);
    expect(slack.violations.map(({ rule }) => rule)).toEqual(['response-url']);
  });

  test('a rate limit is waited out', async () => {
    slack.rateLimitNext({ method: 'files.getUploadURLExternal', retryAfterSeconds: 1 });
    await slack.command({ text: 'depth=3' }).visible(({ blocks }) => blocks.length > 0);
    const asked = slack.calls.filter(({ method }) => method === 'files.getUploadURLExternal');
    expect(asked.map(({ error }) => error)).toEqual(['ratelimited', null]);
    expect(slack.violations).toEqual([]);
  });

  test('what is delivered again is acknowledged again, with the same ids', async () => {
    const run = slack.mention({ text: 'once' });
    await run.acknowledged();
    await slack.deliverAgain(run, { retryNum: 1, reason: 'http_timeout' }).acknowledged();
    await expect.poll(() => slack.messages().filter(({ isFromApp }) => isFromApp).length).toBe(2);
    expect(run.attempts).toBe(2);
    expect(slack.violations).toEqual([]);
  });
});

test('a second acknowledgement is an error over HTTP and a violation over Socket Mode', async () => {
  for (const way of ['socket', 'http'] as const) {
    const slack = await openLoopbackSlack();
    const bot = await startChartBot(slack, way);
    await slack.command({ text: 'twice' }).acknowledged();
    const seen = () =>
      way === 'http' ? bot.errors.map((error) => 'code' in error && error.code) : slack.violations.map(({ rule }) => rule);
    await expect.poll(seen).toEqual(way === 'http' ? ['slack_bolt_receiver_ack_multiple_error'] : []);
    await bot.stop();
    await slack.close();
  }
});
