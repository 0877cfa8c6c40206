import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What an endpoint answered. */
export interface Posted {
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Posts JSON over a connection of its own, which nothing keeps open. **Throws** where nobody answers. */
export const post = (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Posted> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        headers: { 'content-type': 'application/json', 'user-agent': 'Discord-Interactions/1.0', ...headers },
      },
      (response) => {
        buffer(response).then(
          (bytes) => resolve({ status: response.statusCode ?? 0, contentType: response.headers['content-type'] ?? '', bytes }),
          reject,
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
