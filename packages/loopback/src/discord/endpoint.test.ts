import { createPublicKey, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LoopbackDiscord, openLoopbackDiscord } from './index.ts';

let discord: LoopbackDiscord;
let server: Server;
let isCareless: boolean;
let isMute: boolean;
let answer: (interaction: { readonly id: string; readonly token: string }) => {
  readonly status: number;
  readonly body: string | FormData | null;
};

const isGenuine = (body: Buffer, { headers }: IncomingMessage): boolean => {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(discord.publicKey, 'hex').toString('base64url') },
    format: 'jwk',
  });
  const [signature, timestamp] = [headers['x-signature-ed25519'], headers['x-signature-timestamp']];
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return false;
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 300;
  return isFresh && verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
};

const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (isMute) return;
  const body = await buffer(request);
  const { id, token, type } = JSON.parse(String(body)) as { readonly id: string; readonly token: string; readonly type: number };
  const answered =
    !isCareless && !isGenuine(body, request)
      ? { status: 401, body: null }
      : type === 1
        ? { status: 200, body: '{"type":1}' }
        : answer({ id, token });
  const written = new Response(answered.body, { status: answered.status });
  const isForm = answered.body instanceof FormData;
  response.writeHead(answered.status, {
    'content-type': isForm ? (written.headers.get('content-type') ?? '') : 'application/json',
  });
  response.end(Buffer.from(await written.arrayBuffer()));
};

beforeEach(async () => {
  isCareless = false;
  isMute = false;
  discord = await openLoopbackDiscord();
  server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});

afterEach(async () => {
  await discord.close();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`;

it('posts interactions to an endpoint that tells good from forged signatures', async () => {
  answer = () => ({ status: 200, body: JSON.stringify({ type: 4, data: { content: 'here', flags: 64 } }) });
  await discord.postTo(url());
  const run = discord.slash({ name: 'vanish' });
  expect(await run.message()).toMatchObject({ content: 'here', isEphemeral: true });
  expect(await discord.probe('good')).toEqual({ status: 200, body: { type: 1 } });
  expect(await discord.probe('forged')).toMatchObject({ status: 401 });
  expect(await discord.probe('unsigned')).toMatchObject({ status: 401 });
  expect(await discord.probe('stale')).toMatchObject({ status: 401 });
  expect(discord.violations).toEqual([]);
});

it('does not take an endpoint that believes everything', async () => {
  isCareless = true;
  await expect(discord.postTo(url())).rejects.toThrow('answered a forged request with 200');
  expect(discord.violations).toMatchObject([{ rule: 'signature' }]);
});

it('takes files in the answer, and holds it to the rules', async () => {
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ type: 4, data: { attachments: [{ id: '0', description: 'a plot' }] } }));
  form.set('files[0]', new Blob(['plot']), 'plot.txt');
  answer = () => ({ status: 200, body: form });
  await discord.postTo(url());
  const message = await discord.slash({ name: 'vanish' }).message();
  expect(message.attachments).toMatchObject([{ filename: 'plot.txt', description: 'a plot' }]);
  answer = () => ({ status: 200, body: JSON.stringify({ type: 4, data: { content: 'x'.repeat(2001) } }) });
  const run = discord.slash({ name: 'vanish' });
  await discord.until(() => run.violations.length > 0);
  expect(run.violations).toMatchObject([{ rule: 'content-length' }]);
  expect(run.isAcknowledged).toBe(false);
});

it('lets an endpoint promise its first response and send it over the API', async () => {
  answer = ({ id, token }) => {
    const options = { method: 'POST', body: '{"type":5}', headers: { 'content-type': 'application/json' } };
    fetch(`${discord.api}/v10/interactions/${id}/${token}/callback`, options).catch(() => {});
    return { status: 202, body: null };
  };
  await discord.postTo(url());
  expect(await discord.slash({ name: 'vanish' }).acknowledged()).toMatchObject({ type: 5 });
  expect(discord.violations).toEqual([]);
});

it('waits three seconds for an endpoint', async () => {
  answer = () => ({ status: 202, body: null });
  await discord.postTo(url());
  isMute = true;
  const run = discord.slash({ name: 'vanish' });
  await discord.until(() => run.violations.length > 0);
  expect(run.violations).toMatchObject([{ rule: 'late-response' }]);
});

it('records an endpoint that fails', async () => {
  answer = () => ({ status: 500, body: null });
  await discord.postTo(url());
  const run = discord.slash({ name: 'vanish' });
  await discord.until(() => run.violations.length > 0);
  expect(run.violations).toMatchObject([{ rule: 'endpoint', detail: 'the endpoint answered an interaction with 500' }]);
});
