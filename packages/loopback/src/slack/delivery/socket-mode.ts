import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { isBody, parseJson } from '../body.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Delivery } from './delivery.ts';
import type { Outgoing, Transport } from './outgoing.ts';

/** The way over Socket Mode, and what Slack does to its connections. */
export interface SocketMode extends Transport {
  /** Connections that were greeted and not told to go. */
  readonly connections: () => number;
  /** Calls when a connection was greeted or went. */
  readonly watch: (then: () => void) => () => void;
  readonly admit: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Tells all connections to go; those that stay are cut off 10 s later. */
  readonly refresh: (reason: 'refresh_requested' | 'warning') => void;
  /** Cuts all connections without a word. */
  readonly drop: () => void;
  readonly close: () => void;
}

const mostConnections = 10;
const pingMs = 10_000;
/** How long a connection that was told to go may stay. */
const graceMs = 10_000;

/** A Socket Mode without connections. */
export const openSocketMode = (workspace: Workspace): SocketMode => {
  const server = new WebSocketServer({ noServer: true });
  const open = new Set<WebSocket>();
  const watchers = new Set<() => void>();
  const letters = new Letters(workspace, () => nextOf(open));
  const tell = (): void => {
    for (const watcher of watchers) watcher();
  };
  const greet = (socket: WebSocket): void => {
    const others = server.clients.size - 1;
    if (others >= mostConnections) {
      turnAway(socket, workspace, others);
      return;
    }
    socket.on('message', (data) => letters.hear(data));
    socket.on('close', () => {
      open.delete(socket);
      letters.lost(socket);
      tell();
    });
    const ping = setInterval(() => socket.ping(), pingMs).unref();
    socket.on('close', () => clearInterval(ping));
    open.add(socket);
    socket.send(JSON.stringify(helloOf(workspace, open.size)));
    letters.flush();
    tell();
  };
  return {
    connections: () => open.size,
    watch: (then) => {
      watchers.add(then);
      return () => {
        watchers.delete(then);
      };
    },
    admit: (request, socket, head) => {
      const { searchParams } = new URL(request.url ?? '', 'ws://127.0.0.1');
      if (!workspace.tickets.redeem(searchParams.get('ticket') ?? '')) {
        workspace.journal.violate('socket-mode', 'a connection without a fresh ticket of apps.connections.open');
        socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, greet);
    },
    send: (outgoing, delivery) => letters.send(outgoing, delivery),
    refresh: (reason) => {
      for (const socket of open) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'loopback' } }));
        workspace.clock.after(graceMs, () => socket.terminate());
      }
      open.clear();
    },
    drop: () => {
      for (const socket of server.clients) socket.terminate();
    },
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
};

const helloOf = ({ identity }: Workspace, connections: number): object => ({
  type: 'hello',
  num_connections: connections,
  connection_info: { app_id: identity.appId },
  debug_info: { host: 'loopback', approximate_connection_time: 18_060 },
});

const turnAway = (socket: WebSocket, { journal }: Workspace, others: number): void => {
  journal.violate('socket-mode', `a connection beside ${others} others`);
  socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
  socket.close();
};

/** Takes turns, so that each of several connections gets its share. */
const nextOf = (open: Set<WebSocket>): WebSocket | null => {
  const [first] = open;
  if (first === undefined) return null;
  open.delete(first);
  open.add(first);
  return first;
};

/** A letter on its way, over a connection or waiting for one. */
interface Letter {
  readonly outgoing: Outgoing;
  readonly delivery: Delivery;
  socket: WebSocket | null;
}

/** What was sent over connections and awaits its acknowledgement. */
class Letters {
  readonly #workspace: Workspace;
  readonly #next: () => WebSocket | null;
  readonly #waiting: Letter[] = [];
  readonly #known = new Set<string>();

  constructor(workspace: Workspace, next: () => WebSocket | null) {
    this.#workspace = workspace;
    this.#next = next;
  }

  send(outgoing: Outgoing, delivery: Delivery): void {
    this.#waiting.push({ outgoing, delivery, socket: null });
    this.#known.add(outgoing.envelopeId);
    this.flush();
  }

  /** Sends what waits for a connection. */
  flush(): void {
    for (const letter of this.#waiting) {
      if (letter.socket !== null || letter.delivery.outcome !== null) continue;
      letter.socket = this.#next();
      if (letter.socket === null) return;
      letter.delivery.wasSent = true;
      letter.socket.send(JSON.stringify(frameOf(letter.outgoing)));
    }
  }

  /** A connection went: what it did not acknowledge is sent over another. */
  lost(socket: WebSocket): void {
    for (const letter of this.#waiting) if (letter.socket === socket) letter.socket = null;
    this.flush();
  }

  hear(data: RawData): void {
    const { journal } = this.#workspace;
    const frame = parseJson(String(data));
    if (!isBody(frame) || typeof frame['envelope_id'] !== 'string') {
      journal.violate('socket-mode', 'a frame without envelope_id');
      return;
    }
    const { envelope_id: id, payload } = frame;
    const named = this.#waiting.filter(({ outgoing }) => outgoing.envelopeId === id);
    // where the same was sent again, an acknowledgement is for what still counts
    const letter = named.find(({ delivery }) => delivery.outcome === null) ?? named[0];
    if (letter === undefined) {
      const detail = this.#known.has(id) ? `a second acknowledgement of ${id}` : `an acknowledgement of ${id}, which nobody sent`;
      journal.violate('acknowledged-once', detail);
      return;
    }
    this.#waiting.splice(this.#waiting.indexOf(letter), 1);
    letter.delivery.acknowledge(isBody(payload) && Object.keys(payload).length === 0 ? undefined : payload);
  }
}

const frameOf = ({ envelopeId, kind, payload, retry }: Outgoing): object => ({
  envelope_id: envelopeId,
  type: kind,
  accepts_response_payload: kind !== 'events_api',
  payload,
  ...(retry === undefined ? {} : { retry_attempt: retry.retryNum, retry_reason: retry.reason }),
});
