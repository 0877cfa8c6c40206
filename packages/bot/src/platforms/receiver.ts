import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Listener } from './platform.ts';

/** Hears what platforms send over HTTP, one path for each. */
export interface Receiver {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Longer than any platform waits. **Unit** milliseconds. */
const patienceMs = 10_000;

/** Opens a server that hands requests to whom their path belongs to. **Throws** where the port is taken. */
export const openReceiver = async (
  { host, port }: { readonly host: string; readonly port: number },
  listeners: readonly Listener[],
): Promise<Receiver> => {
  const server = createServer({ requestTimeout: patienceMs, headersTimeout: patienceMs }, (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const listener = listeners.find((one) => one.path === path);
    if (listener !== undefined) return listener.handle(request, response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
