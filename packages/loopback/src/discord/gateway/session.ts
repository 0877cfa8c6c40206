import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Fields } from '../json.ts';

/** A session of the gateway, which outlives its connections. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  /** All that it was told, or missed, in order: the n-th has sequence number n. */
  readonly told: Fields[];
  socket: WebSocket | null;
  resumes: number;
}

/** A new session on a connection. */
export const createSession = (intents: number, shard: readonly [number, number], socket: WebSocket): Session => ({
  id: randomBytes(16).toString('hex'),
  intents,
  shard,
  told: [],
  socket,
  resumes: 0,
});

/** Which of `count` shards hears of a guild; what has none is told to the first. */
export const shardOf = (guildId: string | null, count: number): number =>
  guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
