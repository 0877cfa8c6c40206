import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { call } from './fixtures/by-hand.ts';
import { openLoopbackSlack } from './index.ts';

const run = promisify(execFile);

test('nothing is left behind after close: a process that leaves everything half done ends by itself', async () => {
  const script = fileURLToPath(new URL('./fixtures/leave-nothing.ts', import.meta.url));
  const { stdout, stderr } = await run(process.execPath, ['--import', 'tsx', script], { timeout: 30_000 });
  expect(stderr).toBe('');
  expect(stdout).toBe('rejected rejected rejected rejected');
});

test('people and places go by name or id, and nobody else does', async () => {
  const slack = await openLoopbackSlack({
    people: [{ name: 'grace' }, { name: 'mary' }],
    channels: [{ name: 'lab', kind: 'private' }],
  });
  const [, mary] = slack.people;
  const { payload } = slack.command({ text: '', user: mary?.id ?? '', channel: 'lab' });
  expect(payload).toMatchObject({ user_name: 'mary', channel_name: 'privategroup', command: '/vanish' });
  expect(() => slack.command({ text: '', user: 'ada' })).toThrow('nobody is called ada');
  expect(() => slack.command({ text: '', channel: 'hall' })).toThrow('there is no channel hall');
  await slack.close();
});

test('the address is on this computer, and other doors are shut', async () => {
  const slack = await openLoopbackSlack({ botToken: 'xoxb-1', appToken: 'xapp-1', signingSecret: 's' });
  expect(slack.apiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/$/);
  expect([slack.botToken, slack.appToken, slack.signingSecret]).toEqual(['xoxb-1', 'xapp-1', 's']);
  expect(await call(slack, 'auth.test', {}, 'xoxb-1')).toMatchObject({ ok: true });
  expect((await fetch(slack.apiUrl)).status).toBe(404);
  expect(() => slack.send()).toThrow('nowhere to send to before postTo');
  await slack.close();
});
