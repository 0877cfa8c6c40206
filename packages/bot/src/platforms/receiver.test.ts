import { expect, test } from 'vitest';
import { openReceiver } from './receiver.ts';

const hello = { path: '/hello', handle: (_: unknown, response: { end: (text: string) => void }) => response.end('hello') };

test('requests go to whom their path belongs to, whatever stands behind it', async () => {
  const receiver = await openReceiver({ host: '127.0.0.1', port: 0 }, [hello]);
  expect(await (await fetch(`${receiver.url}/hello?x=1`)).text()).toBe('hello');
  for (const path of ['/', '/hello/', '/constructor', '/HELLO']) expect((await fetch(receiver.url + path)).status).toBe(404);
  await receiver.close();
});

test('a port that is taken is said at once', async () => {
  const receiver = await openReceiver({ host: '127.0.0.1', port: 0 }, [hello]);
  const port = Number(new URL(receiver.url).port);
  await expect(openReceiver({ host: '127.0.0.1', port }, [])).rejects.toThrow('EADDRINUSE');
  await receiver.close();
});
