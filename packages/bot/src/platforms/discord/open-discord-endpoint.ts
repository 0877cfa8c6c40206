import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type APIInteraction, type APIInteractionResponse, REST } from 'discord.js';
import type { Platform } from '../platform.ts';
import { type Acknowledge, type Means, platformName } from './answer.ts';
import { handleInteraction } from './interactions.ts';
import { isGenuine, readPublicKey } from './signature.ts';

/** What Discord's requests are answered with. */
export interface DiscordEndpointOptions extends Omit<Means, 'rest'> {
  /** Of 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}

/** Where Discord sends interactions. */
const path = '/discord';

/** No interaction is longer. **Unit** bytes */
const longestBody = 1_000_000;

/** Discord over HTTP: every interaction is a signed request, and the response is its acknowledgement. No messages are heard this way. */
export const openDiscordEndpoint = ({ publicKey, apiUrl, wallClock, ...options }: DiscordEndpointOptions): Platform => {
  const key = readPublicKey(publicKey);
  const rest = new REST({ api: apiUrl, timeout: 10_000 });
  const underWay = new Set<Promise<void>>();
  let isOpen = true;

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    if (body === null) return void response.writeHead(413).end();
    const signed = {
      signature: headerOf(request, 'x-signature-ed25519'),
      timestamp: headerOf(request, 'x-signature-timestamp'),
      body,
    };
    if (!isGenuine(key, signed, wallClock())) return void response.writeHead(401).end('invalid request signature');
    if (!isOpen) return void response.writeHead(503).end();
    await handleInteraction(JSON.parse(String(body)) as APIInteraction, acknowledgeBy(response), { ...options, rest });
    // a copy of what came before is answered with nothing
    if (!response.writableEnded) response.writeHead(202).end();
  };

  const handle: RequestListener = (request, response) => {
    const done = receive(request, response)
      .catch((error: unknown) => {
        options.journal.problem(platformName, 'endpoint', error);
        if (!response.headersSent) response.writeHead(500).end();
      })
      .finally(() => {
        underWay.delete(done);
      });
    underWay.add(done);
  };

  return {
    name: platformName,
    listener: { path, handle },
    isReady: () => isOpen,
    stopIntake: async () => {
      isOpen = false;
    },
    close: async () => {
      isOpen = false;
      await Promise.allSettled(underWay);
    },
  };
};

const acknowledgeBy =
  (response: ServerResponse): Acknowledge =>
  async (acknowledgement: APIInteractionResponse) => {
    if (response.destroyed) throw new Error('the request was given up before it was acknowledged');
    response.writeHead(200, { 'content-type': 'application/json' });
    // what follows goes to a message that exists only after this has arrived
    await new Promise<void>((resolve) => response.end(JSON.stringify(acknowledgement), () => resolve()));
  };

const headerOf = ({ headers }: IncomingMessage, name: string): string => String(headers[name] ?? '');

/** The whole body; null where it is too long. */
const bodyOf = async (request: IncomingMessage): Promise<Buffer | null> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > longestBody) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
};
