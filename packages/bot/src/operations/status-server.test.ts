import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Checks } from './readiness.ts';
import { openStatusServer, type StatusServer, type StatusServerOptions } from './status-server.ts';

const opened: StatusServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

const text = async (): Promise<{ contentType: string; body: string }> => ({
  contentType: 'text/plain; version=0.0.4',
  body: 'vanish_running 1\n',
});

const open = async (options: Partial<StatusServerOptions> = {}): Promise<StatusServer> => {
  const server = await openStatusServer({ port: 0, metrics: { text }, checks: {}, ...options });
  opened.push(server);
  return server;
};

test('it listens on this computer alone, unless told otherwise', async () => {
  expect((await open()).url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/u);
});

test('a port that is taken is an error, not silence', async () => {
  const { url } = await open();
  await expect(open({ port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('the process lives, whatever the checks say', async () => {
  const { url } = await open({ checks: { discord: () => false } });
  const response = await fetch(`${url}/healthz?probe=1`);
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

const never = (): Promise<boolean> => new Promise(() => undefined);
const mixed: Checks = {
  discord: () => true,
  slack: () => false,
  queue: async () => true,
  redis: () => {
    throw new Error('redis://:hunter2@redis');
  },
  shard: async () => {
    throw new Error('xoxb-1-secret');
  },
  laboratory: never,
};

test('ready is who has every check ready; the others are named, and nothing else', async () => {
  const { url } = await open({ checks: mixed, patienceMs: 20 });
  const response = await fetch(`${url}/readyz`);
  expect(response.status).toBe(503);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.text()).toBe('["slack","redis","shard","laboratory"]\n');
});

test('readiness is asked again at each request', async () => {
  let isReady = false;
  const { url } = await open({ checks: { discord: () => isReady, queue: async () => true } });
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  isReady = true;
  const response = await fetch(`${url}/readyz`);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual([]);
});

test('metrics are told as they are, and what cannot be told says no more than that', async () => {
  const { url } = await open();
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4');
  expect(await response.text()).toBe('vanish_running 1\n');
  const broken = await open({ metrics: { text: () => Promise.reject(new Error('xoxb-1-secret')) } });
  const refused = await fetch(`${broken.url}/metrics`);
  expect(refused.status).toBe(500);
  expect(await refused.text()).toBe('not available\n');
});

test.each([
  ['GET', '/', 404],
  ['GET', '/healthz/', 404],
  ['GET', '//healthz', 404],
  ['POST', '/nowhere', 404],
  ['POST', '/healthz', 405],
  ['PUT', '/readyz', 405],
  ['DELETE', '/metrics', 405],
  ['OPTIONS', '/metrics', 405],
])('%s %s is %i', async (method, path, status) => {
  const { url } = await open();
  const response = await fetch(`${url}${path}`, { method });
  expect(response.status).toBe(status);
  expect(response.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD' : null);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test.each(['/healthz', '/readyz', '/metrics', '/nowhere'])('HEAD %s tells what GET tells, without the text', async (path) => {
  const { url } = await open();
  const [get, head] = [await fetch(`${url}${path}`), await fetch(`${url}${path}`, { method: 'HEAD' })];
  expect(head.status).toBe(get.status);
  expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
  expect(head.headers.get('content-length')).toBe(String((await get.arrayBuffer()).byteLength));
  expect(await head.text()).toBe('');
});

test('it closes although a connection is kept alive, another one says nothing, and a third one waits', async () => {
  const server = await open({ checks: { laboratory: never }, patienceMs: 1e9 });
  const port = Number(new URL(server.url).port);
  const kept = connect(port, '127.0.0.1');
  kept.write('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n');
  await once(kept, 'data');
  const silent = connect(port, '127.0.0.1');
  await once(silent, 'connect');
  const waiting = connect(port, '127.0.0.1');
  waiting.write('GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(waiting, 'connect');
  const ends = [kept, silent, waiting].map(
    (socket) => new Promise((resolve) => socket.on('error', () => undefined).on('close', resolve)),
  );
  await server.close();
  await Promise.all(ends);
  await server.close();
});
