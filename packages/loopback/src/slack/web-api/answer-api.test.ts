import { afterEach, beforeEach, expect, test } from 'vitest';
import { call, uploadByHand } from '../fixtures/by-hand.ts';
import { picture } from '../fixtures/chart-bot.ts';
import { type LoopbackSlack, openLoopbackSlack } from '../index.ts';

let slack: LoopbackSlack;
let lab: string;
let elsewhere: string;
let secret: string;
let ada: string;

const everything = ['chat:write', 'files:write', 'files:read', 'im:write', 'users:read', 'channels:read', 'reactions:write'];

beforeEach(async () => {
  const channels = [
    { name: 'lab' },
    { name: 'elsewhere', hasApp: false },
    { name: 'secret', kind: 'private', hasApp: false },
  ] as const;
  slack = await openLoopbackSlack({ scopes: everything, channels, fileScanPolls: 0 });
  [lab, elsewhere, secret] = slack.channels.map(({ id }) => id) as [string, string, string];
  ada = slack.people[0]?.id ?? '';
});

afterEach(() => slack.close());

const rules = (): readonly string[] => slack.violations.map(({ rule }) => rule);
const say = async (text: string, more: object = {}): Promise<string> =>
  String((await call(slack, 'chat.postMessage', { channel: lab, text, ...more }))['ts']);

test('tokens are told apart, and what they may do', async () => {
  expect(await call(slack, 'auth.test')).toMatchObject({ ok: true, user_id: slack.botUserId, team_id: slack.teamId });
  expect(await call(slack, 'auth.test', {}, 'xoxb-other')).toEqual({ ok: false, error: 'invalid_auth' });
  expect(await call(slack, 'apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
  expect(await call(slack, 'chat.sendMessage')).toMatchObject({ error: 'unknown_method' });
  expect(rules()).toEqual(['web-api', 'web-api', 'web-api']);
});

test('a token in a JSON body is none, in a form it is one', async () => {
  const post = async (body: string, type: string): Promise<unknown> =>
    (await fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers: { 'content-type': type }, body })).json();
  expect(await post(JSON.stringify({ token: slack.botToken }), 'application/json')).toEqual({ ok: false, error: 'not_authed' });
  const form = new URLSearchParams({ token: slack.botToken }).toString();
  expect(await post(form, 'application/x-www-form-urlencoded')).toMatchObject({ ok: true });
});

test('a scope that is missing is named', async () => {
  const poor = await openLoopbackSlack({ scopes: ['chat:write'] });
  const answer = await call(poor, 'users.info', { user: poor.people[0]?.id });
  expect(answer).toEqual({ ok: false, error: 'missing_scope', needed: 'users:read', provided: 'chat:write' });
  expect(() => poor.mention({ text: 'hello' })).toThrow('no scope app_mentions:read');
  expect(() => poor.directMessage({ text: 'hello' })).toThrow('no scope im:history');
  await poor.close();
});

test('the app writes where it was invited', async () => {
  expect(await call(slack, 'chat.postMessage', { channel: lab, text: 'here' })).toMatchObject({
    ok: true,
    message: { text: 'here' },
  });
  expect(await call(slack, 'chat.postMessage', { channel: elsewhere, text: '' })).toMatchObject({ error: 'not_in_channel' });
  expect(await call(slack, 'chat.postMessage', { channel: secret, text: '' })).toMatchObject({ error: 'channel_not_found' });
  expect(await call(slack, 'chat.postMessage', { channel: 'C404', text: '' })).toMatchObject({ error: 'channel_not_found' });
  expect(await call(slack, 'chat.postMessage', { channel: ada, text: 'psst' })).toMatchObject({ channel: slack.directChannel() });
  const hidden = await call(slack, 'chat.postEphemeral', { channel: lab, user: ada, text: 'only you' });
  expect(hidden).toMatchObject({ ok: true, message_ts: expect.any(String) });
  expect(await call(slack, 'chat.postEphemeral', { channel: lab, user: 'U404', text: '' })).toMatchObject({
    error: 'user_not_in_channel',
  });
  expect(slack.messages('lab').map(({ text }) => text)).toEqual(['here']);
  expect(slack.ephemerals.map(({ text }) => text)).toEqual(['only you']);
  expect(slack.messages(slack.directChannel()).map(({ text }) => text)).toEqual(['psst']);
});

test('a message is updated and deleted by its author alone', async () => {
  const blocks = [{ type: 'divider' }];
  const ts = await say('training', { blocks });
  expect(await call(slack, 'chat.update', { channel: lab, ts, blocks: [...blocks, ...blocks], text: 'halfway' })).toMatchObject({
    ok: true,
  });
  expect(slack.messages('lab')[0]).toMatchObject({
    text: 'halfway',
    blocks: [{ type: 'divider' }, { type: 'divider' }],
    edits: 1,
  });
  // a text without blocks takes the blocks away (docs.slack.dev, chat.update)
  await call(slack, 'chat.update', { channel: lab, ts, text: 'result' });
  expect(slack.messages('lab')[0]).toMatchObject({ text: 'result', blocks: [] });
  const { ts: foreign } = slack.say({ text: 'mine', channel: 'lab' });
  expect(await call(slack, 'chat.update', { channel: lab, ts: foreign, text: 'no' })).toMatchObject({
    error: 'cant_update_message',
  });
  expect(await call(slack, 'chat.delete', { channel: lab, ts: foreign })).toMatchObject({ error: 'cant_delete_message' });
  expect(await call(slack, 'chat.delete', { channel: lab, ts })).toMatchObject({ ok: true });
  expect(await call(slack, 'chat.update', { channel: lab, ts, text: 'no' })).toMatchObject({ error: 'message_not_found' });
  const { message_ts: gone } = await call(slack, 'chat.postEphemeral', { channel: lab, user: ada, text: 'psst' });
  expect(await call(slack, 'chat.update', { channel: lab, ts: gone, text: 'no' })).toMatchObject({ error: 'message_not_found' });
  expect(slack.messages('lab').map(({ text }) => text)).toEqual(['mine']);
});

test('threads are joined where there is one', async () => {
  const ts = await say('first');
  const reply = await say('second', { thread_ts: ts });
  await say('third', { thread_ts: reply });
  expect(slack.messages('lab').map(({ threadTs }) => threadTs)).toEqual([null, ts, ts]);
  expect(await call(slack, 'chat.postMessage', { channel: lab, text: 'no', thread_ts: '1.000001' })).toMatchObject({
    error: 'thread_not_found',
  });
});

test('a text has to be there, and not be endless', async () => {
  expect(await call(slack, 'chat.postMessage', { channel: lab })).toMatchObject({ error: 'no_text' });
  expect(await call(slack, 'chat.postMessage', { channel: lab, text: 'x'.repeat(40_001) })).toMatchObject({
    error: 'msg_too_long',
  });
  expect(await call(slack, 'chat.postMessage', { channel: lab, text: 'x'.repeat(40_000) })).toMatchObject({ ok: true });
  expect(await call(slack, 'chat.postMessage', { channel: lab, blocks: [{ type: 'divider' }] })).toMatchObject({ ok: true });
  expect(await call(slack, 'chat.postMessage', { channel: lab, text: 'x', blocks: '{' })).toMatchObject({
    error: 'invalid_blocks_format',
  });
  const attachments = [{ text: '<!channel>' }];
  expect(await call(slack, 'chat.postMessage', { channel: lab, text: 'x', attachments })).toMatchObject({
    error: 'invalid_attachments',
  });
  expect(rules()).toEqual(['text', 'text', 'text', 'block-kit', 'block-kit']);
});

test('an upload is announced, sent, completed, scanned, shown and deleted', async () => {
  const patient = await openLoopbackSlack({ fileScanPolls: 2 });
  const id = await uploadByHand(patient, picture);
  expect(patient.files).toMatchObject([{ id, bytes: picture, mimetype: '', channels: [] }]);
  const blocks = [{ type: 'image', alt_text: 'falls', slack_file: { id } }];
  const channel = patient.channels[0]?.id;
  const early = await call(patient, 'chat.postMessage', { channel, text: 'chart', blocks });
  expect(early).toMatchObject({ error: 'invalid_blocks', errors: [expect.stringContaining('not scanned yet')] });
  expect(await call(patient, 'files.info', { file: id })).toMatchObject({ file: { mimetype: '' } });
  expect(await call(patient, 'files.info', { file: id })).toMatchObject({ file: { mimetype: '' } });
  const { file } = await call(patient, 'files.info', { file: id });
  expect(file).toMatchObject({ mimetype: 'image/png', size: picture.length });
  expect(await call(patient, 'chat.postMessage', { channel, text: 'chart', blocks })).toMatchObject({ ok: true });
  const url = (file as { readonly url_private: string }).url_private;
  const byUrl = [{ type: 'image', alt_text: 'falls', slack_file: { url } }];
  expect(await call(patient, 'chat.postMessage', { channel, text: 'chart', blocks: byUrl })).toMatchObject({ ok: true });
  expect(await call(patient, 'files.delete', { file: id })).toMatchObject({ ok: true });
  expect(await call(patient, 'files.info', { file: id })).toMatchObject({ error: 'file_deleted' });
  expect(await call(patient, 'chat.postMessage', { channel, text: 'chart', blocks })).toMatchObject({ error: 'invalid_blocks' });
  await patient.close();
});

test('an upload that names a channel is there for all to see', async () => {
  const id = await uploadByHand(slack, picture, { channel_id: lab, initial_comment: 'a private result' });
  expect(slack.messages('lab')).toMatchObject([{ text: 'a private result', files: [id] }]);
  expect(slack.files[0]?.channels).toEqual([lab]);
});

test('an upload that is not as announced is refused', async () => {
  const announced = await call(slack, 'files.getUploadURLExternal', { filename: 'a.png', length: 3 });
  const send = async (body: string): Promise<number> =>
    (await fetch(String(announced['upload_url']), { method: 'POST', body })).status;
  const files = [{ id: announced['file_id'] }];
  expect(await call(slack, 'files.completeUploadExternal', { files })).toMatchObject({ error: 'file_not_found' });
  expect(await send('four')).toBe(400);
  expect(await send('abc')).toBe(200);
  expect(await send('abc')).toBe(409);
  expect(await call(slack, 'files.completeUploadExternal', { files })).toMatchObject({ ok: true });
  expect(await call(slack, 'files.completeUploadExternal', { files })).toMatchObject({ error: 'file_not_found' });
  expect(rules()).toEqual(['upload', 'upload', 'upload', 'upload']);
  const noImage = [{ type: 'image', alt_text: 'text', slack_file: { id: announced['file_id'] } }];
  expect(await call(slack, 'chat.postMessage', { channel: lab, text: 'x', blocks: noImage })).toMatchObject({
    error: 'invalid_blocks',
  });
});

test('an upload by form is one file', async () => {
  const { upload_url } = await call(slack, 'files.getUploadURLExternal', { filename: 'a.png', length: 3 });
  const send = async (names: readonly string[]): Promise<number> => {
    const body = new FormData();
    for (const name of names) body.append(name, new Blob(['abc']), name);
    return (await fetch(String(upload_url), { method: 'POST', body })).status;
  };
  expect([await send(['one', 'two']), await send([]), await send(['one'])]).toEqual([400, 400, 200]);
});

test('a view is opened once, within 3 s, and updated as it is known', async () => {
  const view = { type: 'modal', title: { type: 'plain_text', text: 'Change' }, blocks: [], external_id: 'mine' };
  let nowMs = Date.now();
  const timed = await openLoopbackSlack({ now: () => nowMs });
  const { payload } = timed.command({ text: '' });
  const { trigger_id } = payload;
  expect(await call(timed, 'views.open', { trigger_id: 'no', view })).toMatchObject({ error: 'invalid_trigger_id' });
  expect(await call(timed, 'views.open', { trigger_id, view: { ...view, type: 'home' } })).toMatchObject({
    error: 'invalid_arguments',
  });
  const { trigger_id: second } = timed.command({ text: '' }).payload;
  expect(await call(timed, 'views.open', { trigger_id: second, view })).toMatchObject({
    ok: true,
    view: { external_id: 'mine' },
  });
  expect(await call(timed, 'views.open', { trigger_id: second, view })).toMatchObject({ error: 'exchanged_trigger_id' });
  const { trigger_id: third } = timed.command({ text: '' }).payload;
  nowMs += 3001;
  expect(await call(timed, 'views.open', { trigger_id: third, view })).toMatchObject({ error: 'expired_trigger_id' });
  const [open] = timed.views;
  const { id: view_id, hash } = open ?? {};
  expect(await call(timed, 'views.update', { view_id, hash, view: { ...view, callback_id: 'next' } })).toMatchObject({
    ok: true,
  });
  expect(await call(timed, 'views.update', { view_id, hash, view })).toMatchObject({ error: 'hash_conflict' });
  expect(await call(timed, 'views.update', { external_id: 'mine', view })).toMatchObject({ ok: true });
  expect(await call(timed, 'views.update', { view_id: 'V404', view })).toMatchObject({ error: 'not_found' });
  expect(timed.violations.filter(({ rule }) => rule === 'trigger-id')).toHaveLength(3);
  await timed.close();
});

test('people, conversations and reactions are told of', async () => {
  const user = slack.people[1]?.id;
  expect(await call(slack, 'users.info', { user, include_locale: true })).toMatchObject({
    user: { name: 'emmy', locale: 'de-DE' },
  });
  expect(await call(slack, 'users.info', { user: 'U404' })).toMatchObject({ error: 'user_not_found' });
  expect(await call(slack, 'conversations.open', { users: user })).toMatchObject({
    channel: { id: slack.directChannel('emmy') },
  });
  expect(await call(slack, 'conversations.open', {})).toMatchObject({ error: 'users_list_not_supplied' });
  expect(await call(slack, 'conversations.info', { channel: elsewhere })).toMatchObject({
    channel: { name: 'elsewhere', is_member: false },
  });
  expect(await call(slack, 'conversations.info', { channel: secret })).toMatchObject({ error: 'channel_not_found' });
  const timestamp = await say('done');
  expect(await call(slack, 'reactions.add', { channel: lab, timestamp, name: 'tada' })).toMatchObject({ ok: true });
  expect(await call(slack, 'reactions.add', { channel: lab, timestamp, name: 'tada' })).toMatchObject({
    error: 'already_reacted',
  });
  expect(slack.messages('lab')[0]).toMatchObject({ reactions: ['tada'], edits: 0 });
});

test('calls are made to fail, to wait and to be late, and are all written down', async () => {
  slack.failNext({ method: 'auth.test', error: 'internal_error' });
  slack.rateLimitNext({ retryAfterSeconds: 3 });
  expect(await call(slack, 'auth.test')).toMatchObject({ error: 'internal_error' });
  expect(await call(slack, 'auth.test')).toMatchObject({ error: 'ratelimited' });
  slack.stall(1);
  expect(await call(slack, 'auth.test')).toMatchObject({ ok: true });
  slack.stall(60_000);
  const late = call(slack, 'auth.test').catch(() => 'cut off');
  await expect.poll(() => slack.calls.length).toBe(4);
  await slack.close();
  expect(await late).toBe('cut off');
  expect(slack.calls.map(({ error }) => error)).toEqual(['internal_error', 'ratelimited', null, null]);
});

test('a server in trouble answers with a status and no JSON, or never', async () => {
  const post = (address: string): Promise<number> =>
    fetch(address, { method: 'POST', body: 'a', signal: AbortSignal.timeout(200) }).then(
      ({ status }) => status,
      () => 0,
    );
  const announced = await call(slack, 'files.getUploadURLExternal', { filename: 'a.png', length: 1 });
  const [method, upload] = [`${slack.apiUrl}auth.test`, String(announced['upload_url'])];
  slack.failNext({ method: 'auth.test', status: 503 });
  slack.failNext({ method: 'upload', status: 500 });
  expect([await post(method), await post(upload)]).toEqual([503, 500]);
  slack.ignoreNext({ method: 'auth.test' });
  slack.ignoreNext({ method: 'upload' });
  expect([await post(method), await post(upload)]).toEqual([0, 0]);
  expect([await post(method), await post(upload)]).toEqual([200, 200]);
  expect(slack.calls.map(({ error }) => error)).toEqual([null, 'status 503', 'silence', 'not_authed']);
});
