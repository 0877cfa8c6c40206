import { GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import type { Gateway } from './gateway.ts';
import type { Session } from './session.ts';

/** One web socket of a client. */
export interface Connection {
  readonly socket: WebSocket;
  readonly send: (message: object) => void;
  session: Session | null;
  /** When the client sent something. **Unit** milliseconds. */
  readonly sentMs: number[];
}

/** What a client may send in one message. **Unit** bytes. */
const mostBytes = 4096;

/** How many messages a client may send in 60 s. */
const mostMessages = 120;

/** Intents that an application has to be granted: members, presences, message content. */
const privileged: number = (1 << 1) | (1 << 8) | (1 << 15);

/** One bit above the highest intent that there is. */
const beyondIntents = 2 ** 27;

/** Greets a client and answers what it sends, until one of both closes. */
export const listen = (gateway: Gateway, socket: WebSocket, query: URLSearchParams): void => {
  const connection: Connection = { socket, send: (message) => gateway.send(socket, message), session: null, sentMs: [] };
  const { heartbeatIntervalMs } = gateway.settings;
  const { waiting } = gateway.world;
  refuseUnspoken(gateway, connection, query);
  const missed = (): void => {
    const detail = `no heartbeat within ${heartbeatIntervalMs} ms`;
    refuse(gateway, connection, 4009, { rule: 'heartbeat', detail });
  };
  // half an interval of grace: the first heartbeat is jittered, and a busy computer is late
  const expect = (): (() => void) => waiting.after(heartbeatIntervalMs * 1.5, missed);
  let expected = expect();
  socket.on('message', (data) => {
    const message = read(gateway, connection, data);
    if (message === null) return;
    if (message['op'] === GatewayOpcodes.Heartbeat) {
      expected();
      expected = expect();
    }
    answer(gateway, connection, message);
  });
  socket.on('close', (code) => {
    expected();
    if (connection.session !== null) gateway.leave(connection.session, socket, code);
  });
  connection.send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: heartbeatIntervalMs, _trace: [] } });
};

/** The gateway speaks version 10 in plain JSON. Discord compresses and speaks ETF, too; this server does not. */
const refuseUnspoken = (gateway: Gateway, connection: Connection, query: URLSearchParams): void => {
  const version = query.get('v');
  const encoding = query.get('encoding') ?? 'json';
  if (version !== '10')
    refuse(gateway, connection, 4012, { rule: 'gateway-version', detail: `version ${version ?? 'unknown'}, not 10` });
  else if (encoding !== 'json' || query.has('compress'))
    refuse(gateway, connection, 4002, { rule: 'loopback-encoding', detail: 'this server speaks JSON without compression' });
};

/** A message of a client, or null where it is too long, too much, or no JSON, which ends the connection. */
const read = (gateway: Gateway, connection: Connection, data: RawData): Fields | null => {
  const bytes = Buffer.isBuffer(data) ? data : Buffer.concat(Array.isArray(data) ? data : [Buffer.from(data)]);
  const nowMs = performance.now();
  connection.sentMs.push(nowMs);
  if (connection.sentMs.filter((sentMs) => nowMs - sentMs < 60_000).length > mostMessages)
    return refuse(gateway, connection, 4008, { rule: 'gateway-rate', detail: `more than ${mostMessages} messages in 60 s` });
  if (bytes.length > mostBytes)
    return refuse(gateway, connection, 4002, { rule: 'gateway-payload', detail: `${bytes.length} bytes, at most ${mostBytes}` });
  try {
    return fieldsOf(JSON.parse(String(bytes)));
  } catch {
    return refuse(gateway, connection, 4002, { rule: 'gateway-payload', detail: 'no JSON' });
  }
};

const answer = (gateway: Gateway, connection: Connection, { op, d }: Fields): void => {
  if (op === GatewayOpcodes.Heartbeat) connection.send({ op: GatewayOpcodes.HeartbeatAck, d: null });
  else if (op === GatewayOpcodes.Identify) identify(gateway, connection, fieldsOf(d));
  else if (op === GatewayOpcodes.Resume) resume(gateway, connection, fieldsOf(d));
  else if (connection.session === null)
    refuse(gateway, connection, 4003, { rule: 'gateway-order', detail: `opcode ${String(op)} came before IDENTIFY` });
  else if (!harmless.has(numberOf(op)))
    refuse(gateway, connection, 4001, { rule: 'gateway-opcode', detail: `opcode ${String(op)} is unknown` });
};

/** Presence, voice, members, soundboards: taken, and of no consequence here. */
const harmless: ReadonlySet<number> = new Set<number>([
  GatewayOpcodes.PresenceUpdate,
  GatewayOpcodes.VoiceStateUpdate,
  GatewayOpcodes.RequestGuildMembers,
  GatewayOpcodes.RequestSoundboardSounds,
]);

const identify = (gateway: Gateway, connection: Connection, data: Fields): void => {
  const intents = numberOf(data['intents']);
  const { token, privilegedIntents } = gateway.settings;
  const ungranted = intents & privileged & ~privilegedIntents;
  const [shard = 0, shards = 1] = listOf(data['shard']).map(numberOf);
  if (connection.session !== null)
    refuse(gateway, connection, 4005, { rule: 'gateway-order', detail: 'a second IDENTIFY on one connection' });
  else if (!isToken(data, token))
    refuse(gateway, connection, 4004, { rule: 'wrong-token', detail: 'IDENTIFY with a wrong token' });
  else if (shard < 0 || shard >= shards)
    refuse(gateway, connection, 4010, { rule: 'shard', detail: `shard ${shard} of ${shards}` });
  else if (intents < 0 || intents >= beyondIntents || typeof data['intents'] !== 'number')
    refuse(gateway, connection, 4013, { rule: 'intents', detail: `${String(data['intents'])} are no intents` });
  else if (ungranted !== 0)
    refuse(gateway, connection, 4014, { rule: 'privileged-intents', detail: `intents ${ungranted} were not granted` });
  else connection.session = gateway.begin(connection, intents, [shard, shards]);
};

/** Some libraries write `Bot ` before the token here, too, and Discord lets them. */
const isToken = (data: Fields, token: string): boolean => textOf(data['token']).replace(/^Bot /u, '') === token;

const resume = (gateway: Gateway, connection: Connection, data: Fields): void => {
  if (!isToken(data, gateway.settings.token))
    return void refuse(gateway, connection, 4004, { rule: 'wrong-token', detail: 'RESUME with a wrong token' });
  connection.session = gateway.resume(connection, textOf(data['session_id']), numberOf(data['seq']));
  if (connection.session === null) connection.send({ op: GatewayOpcodes.InvalidSession, d: false });
};

const refuse = (
  { world }: Gateway,
  { socket }: Connection,
  code: number,
  breach: { readonly rule: string; readonly detail: string },
): null => {
  world.record([breach]);
  socket.close(code, breach.rule);
  return null;
};
