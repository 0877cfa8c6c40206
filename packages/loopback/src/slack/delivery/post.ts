import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:http';

/** What a server answered. */
export interface PostAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Posts to a server on this computer, over a connection of its own.
 *
 * A server may answer before it has read all, as Bolt does for a body too large; then what the socket says after the answer is
 * no failure. `fetch` would report only that.
 */
export const post = (
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal?: AbortSignal,
): Promise<PostAnswer> =>
  new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        ...(signal ? { signal } : {}),
      },
      (answer) => {
        const chunks: Buffer[] = [];
        const finish = (): void =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8') });
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', finish);
        answer.on('error', finish);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
