import type { Server } from 'node:http';
import { GatewayIntentBits } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { World } from '../world.ts';
import { type Connection, listen } from './connection.ts';
import type { GatewayEvent } from './gateway-event.ts';
import { guildJson } from './guild-json.ts';
import { readyJson } from './ready-json.ts';
import { createSession, type Session, shardOf } from './session.ts';

/** What the gateway asks of clients. */
export interface GatewaySettings {
  readonly token: string;
  readonly heartbeatIntervalMs: number;
  /** The privileged intents that the application was granted. */
  readonly privilegedIntents: number;
  readonly latencyMs: number;
}

/** A session as a test sees it. */
export interface GatewayConnection {
  readonly sessionId: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly isOpen: boolean;
  readonly resumes: number;
}

/** The gateway: sessions on web sockets, told of what happens, with what they missed when they come back. */
export class Gateway {
  readonly world: World;
  readonly settings: GatewaySettings;
  readonly address: () => string;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets: WebSocketServer;

  constructor(world: World, server: Server, settings: GatewaySettings, address: () => string) {
    this.world = world;
    this.settings = settings;
    this.address = address;
    this.#sockets = new WebSocketServer({ server });
    this.#sockets.on('connection', (socket, { url = '/' }) => listen(this, socket, new URL(url, 'ws://127.0.0.1').searchParams));
    world.dispatch = (event) => this.dispatch(event);
  }

  get connections(): readonly GatewayConnection[] {
    return [...this.#sessions.values()].map(({ id, intents, shard, socket, resumes }) => ({
      sessionId: id,
      intents,
      shard,
      isOpen: socket !== null,
      resumes,
    }));
  }

  /** A session that identified itself: it hears READY, and of its guild where it asked for guilds. */
  begin({ send, socket }: Connection, intents: number, shard: readonly [number, number]): Session {
    const session = createSession(intents, shard, socket);
    this.#sessions.set(session.id, session);
    this.#tell(session, 'READY', readyJson(this.world, session, this.address()), send);
    const isOfShard = shardOf(this.world.guildId, shard[1]) === shard[0];
    if (isOfShard && (intents & GatewayIntentBits.Guilds) !== 0) this.#tell(session, 'GUILD_CREATE', guildJson(this.world), send);
    this.world.waiting.changed();
    return session;
  }

  /** A session that came back, told what it missed; null where it is not known, or claims to have heard more than it was told. */
  resume({ send, socket }: Connection, sessionId: string, heard: number): Session | null {
    const session = this.#sessions.get(sessionId);
    if (session === undefined || heard > session.told.length) return null;
    session.socket?.terminate();
    session.socket = socket;
    session.resumes += 1;
    for (const missed of session.told.slice(heard)) send(missed);
    this.#tell(session, 'RESUMED', { _trace: [] }, send);
    this.world.waiting.changed();
    return session;
  }

  /** A connection closed; one that its client ended for good cannot be resumed. */
  leave(session: Session, socket: WebSocket, code: number): void {
    if (session.socket !== socket) return;
    session.socket = null;
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    this.world.waiting.changed();
  }

  /** Tells all sessions of the right shard, or keeps it for those that will resume. */
  dispatch({ name, guildId, dataFor }: GatewayEvent): void {
    for (const session of this.#sessions.values()) {
      if (shardOf(guildId, session.shard[1]) !== session.shard[0]) continue;
      const data = dataFor(session.intents);
      if (data !== null) this.#tell(session, name, data, (message) => this.send(session.socket, message));
    }
  }

  /** Sends after the latency, and after a silence if there is one. */
  send(socket: WebSocket | null, message: object): void {
    const text = JSON.stringify(message);
    const waitMs = this.settings.latencyMs + this.world.waiting.silenceMs;
    const send = (): void => {
      if (socket?.readyState === socket?.OPEN) socket?.send(text);
    };
    if (waitMs > 0) this.world.waiting.after(waitMs, send);
    else send();
  }

  /** Closes all connections with a code; 4000 makes clients resume. */
  drop(code: number): void {
    for (const { socket } of this.#sessions.values()) socket?.close(code);
  }

  /** Sends opcode 9: the session is over, or may be resumed. */
  invalidate(isResumable: boolean): void {
    for (const session of [...this.#sessions.values()]) {
      this.send(session.socket, { op: 9, d: isResumable });
      if (!isResumable) this.#sessions.delete(session.id);
    }
  }

  /** Sends opcode 7: clients reconnect and resume. */
  askToReconnect(): void {
    for (const { socket } of this.#sessions.values()) this.send(socket, { op: 7, d: null });
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise<void>((resolve) => {
      this.#sockets.close(() => resolve());
    });
  }

  #tell(session: Session, name: string, data: unknown, send: (message: object) => void): void {
    const message = { op: 0, t: name, s: session.told.length + 1, d: data };
    session.told.push(message);
    send(message);
  }
}
