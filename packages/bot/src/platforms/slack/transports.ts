import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type App, HTTPReceiver, type Logger, type Receiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Journal } from '../../chat/journal.ts';
import type { Listener } from '../platform.ts';
import { platformName } from './names.ts';

/** A way from Slack to the bot. */
export interface Transport {
  readonly receiver: Receiver;
  /** What hears Slack's requests; null where they come over a socket. */
  readonly listener: Listener | null;
  /** Lets things in. **Throws** what keeps it from that. */
  readonly start: (app: App) => Promise<void>;
  readonly isReady: () => boolean;
  readonly stop: () => Promise<void>;
}

/** What a socket is opened with. */
export interface SocketOptions {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly journal: Journal;
  readonly logger: Logger;
}

/** Where the second connection comes in while the first is renewed. */
const connections = 2;

/**
 * After which an unanswered ping ends a connection, and how long a new one is waited for: with the usual five seconds whoever asks
 * meanwhile is not acknowledged within Slack's three. **Unit** milliseconds
 */
const pingTimeoutMs = 1500;

/** A network may be away for a while: where the socket's library stops trying, it ends the process. */
const reconnecting = { retries: 1000, factor: 1.3, minTimeout: 500, maxTimeout: 30_000 };

/** Socket Mode: the bot opens connections, and needs no address of its own. Slack hands each thing to any one of them. */
export const socketTransport = (options: SocketOptions): Transport => {
  const sockets = Array.from({ length: connections }, () => openSocket(options));
  const stop = async (): Promise<void> => {
    await Promise.all(sockets.map((socket) => socket.stop()));
  };
  return {
    receiver: {
      init: (app) => {
        for (const { receiver } of sockets) receiver.init(app);
      },
      start: () => Promise.all(sockets.map(({ receiver }) => receiver.start())),
      stop,
    },
    listener: null,
    start: async (app) => {
      await app.start();
    },
    isReady: () => sockets.some((socket) => socket.isConnected()),
    stop,
  };
};

interface Socket {
  readonly receiver: SocketModeReceiver;
  readonly isConnected: () => boolean;
  readonly stop: () => Promise<void>;
}

const openSocket = ({ appToken, clientOptions, journal, logger }: SocketOptions): Socket => {
  const installerOptions = { clientOptions: { ...clientOptions, retryConfig: reconnecting } };
  const receiver = new SocketModeReceiver({ appToken, logger, installerOptions, clientPingTimeout: pingTimeoutMs });
  const { client } = receiver;
  let isConnected = false;
  const note = (state: boolean) => (): void => {
    isConnected = state;
  };
  client.on('connected', note(true));
  for (const event of ['close', 'reconnecting', 'disconnecting', 'disconnected']) client.on(event, note(false));
  client.on('reconnecting', () => journal.reconnected(platformName));
  return {
    receiver,
    isConnected: () => isConnected,
    stop: () => soon(client.disconnect()),
  };
};

/** What requests are told apart from forged ones with. */
export interface HttpOptions {
  readonly signingSecret: string;
  readonly logger: Logger;
}

const path = '/slack/events';

/** Signed requests, heard by whatever server there is. */
export const httpTransport = ({ signingSecret, logger }: HttpOptions): Transport => {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: [path], logger });
  let isOpen = false;
  const handle: RequestListener = (request, response) => {
    if (!isOpen) refuse(response, 503);
    else if (isFromTheFuture(request)) refuse(response, 401);
    else receiver.requestListener(request, response);
  };
  return {
    receiver,
    listener: { path, handle },
    start: async () => {
      isOpen = true;
    },
    isReady: () => isOpen,
    stop: async () => {
      isOpen = false;
    },
  };
};

/** What does not close in time is left to itself. **Unit** milliseconds */
const patienceMs = 2000;

const soon = async (closing: Promise<unknown>): Promise<void> => {
  await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, patienceMs).unref())]);
};

/** How far clocks may differ. **Unit** seconds */
const widestSkew = 300;

/** Bolt refuses what is too old; what is signed for later could be kept back until then. */
const isFromTheFuture = ({ headers }: IncomingMessage): boolean =>
  Number(headers['x-slack-request-timestamp'] ?? 0) > Date.now() / 1000 + widestSkew;

const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status);
  response.end();
};
