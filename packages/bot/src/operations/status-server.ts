import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Metrics } from './metrics.ts';
import { type Checks, unreadyChecks } from './readiness.ts';

/** Where the state of the bot is told, and what is asked for it. */
export interface StatusServerOptions {
  /** 127.0.0.1, unless told otherwise: metrics are for the house alone. */
  readonly host?: string;
  /** 0: any free one. */
  readonly port: number;
  readonly metrics: Pick<Metrics, 'text'>;
  readonly checks: Checks;
  /** How long a check may take. **Unit** milliseconds; a second, unless told otherwise. */
  readonly patienceMs?: number;
}

/** A server that tells how the bot is. */
export interface StatusServer {
  /** With the port that was found, and no slash at the end. */
  readonly url: string;
  /** Ends at once, whoever still holds a connection. */
  readonly close: () => Promise<void>;
}

/** What is told at a path. */
interface Page {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

type Pages = ReadonlyMap<string, () => Promise<Page>>;

/**
 * Opens `/healthz` (the process lives), `/readyz` (200 if every check is ready, else 503; a JSON list of those that are not) and
 * `/metrics` (for Prometheus). **Throws** where the port cannot be had.
 */
export const openStatusServer = async ({
  host = '127.0.0.1',
  port,
  metrics,
  checks,
  patienceMs = 1000,
}: StatusServerOptions): Promise<StatusServer> => {
  const pages: Pages = new Map([
    ['/healthz', async () => plainPage(200, 'alive\n')],
    ['/readyz', async () => readyPage(await unreadyChecks(checks, patienceMs))],
    ['/metrics', async () => ({ status: 200, ...(await metrics.text()) })],
  ]);
  // nobody who asks for the state sends much, or slowly
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5000 }, (request, response) => {
    answer(pages, request, response).catch(() => response.destroy());
  });
  await listen(server, host, port);
  return Object.freeze({ url: urlOf(server), close: () => close(server) });
};

const plainPage = (status: number, body: string): Page => ({ status, contentType: 'text/plain; charset=utf-8', body });

const readyPage = (unready: readonly string[]): Page => ({
  status: unready.length === 0 ? 200 : 503,
  contentType: 'application/json; charset=utf-8',
  body: `${JSON.stringify(unready)}\n`,
});

const answer = async (pages: Pages, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const page = pages.get(request.url?.split('?')[0] ?? '');
  if (page === undefined) return send(response, request, plainPage(404, 'not found\n'));
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return send(response, request, plainPage(405, 'method not allowed\n'));
  }
  // what went wrong is for the log of its owner, not for whoever asks
  send(response, request, await page().catch(() => plainPage(500, 'not available\n')));
};

const send = (response: ServerResponse, { method }: IncomingMessage, { status, contentType, body }: Page): void => {
  response.writeHead(status, {
    'Cache-Control': 'no-store',
    'Content-Type': contentType,
    'Content-Length': Buffer.byteLength(body),
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(method === 'HEAD' ? undefined : body);
};

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });

const urlOf = (server: Server): string => {
  const address = server.address();
  // a server on TCP that listens has an address
  if (address === null || typeof address === 'string') throw new TypeError('the status server has no port');
  return `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
};

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    // closing twice is no mistake
    server.close(() => resolve());
    server.closeAllConnections();
  });
