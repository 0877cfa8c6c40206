import { Redis, type RedisOptions } from 'ioredis';
import { redactText } from '../../operations/redact-text.ts';
import { within } from './queue-error.ts';
import type { Tempo } from './tempo.ts';

/** Told what goes wrong: a sentence without secrets. */
export type OnProblem = (sentence: string) => void;

/** A connection to Redis that is made again whenever it is lost. */
export interface RedisLink {
  readonly redis: Redis;
  /** Whether Redis answers right now. */
  readonly isReachable: () => Promise<boolean>;
  /** Ends the connection and all that were made after it, whatever they wait for. */
  readonly close: () => void;
}

/** The least and the most that is waited before a connection is tried again. **Unit** milliseconds. */
const [soonest, latest] = [200, 3000];

/** Opens a connection and waits for nothing: what is asked meanwhile is asked once it stands. */
export const openRedisLink = (url: string, tempo: Tempo, onProblem: OnProblem): RedisLink => {
  const redis = new FamilyRedis({
    ...redisOptionsOf(url),
    // whoever waits has a clock of their own; BullMQ asks for this
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(soonest * times, latest),
  });
  redis.on('error', (error: Error) => onProblem(sentenceOf(error)));
  return {
    redis,
    isReachable: async () => {
      if (redis.status !== 'ready') return false;
      return within(tempo.answerMs, redis.ping()).then(
        () => true,
        () => false,
      );
    },
    close: () => redis.disconnectAll(),
  };
};

/** A connection that knows its duplicates: BullMQ makes some to wait on, and leaves them behind where Redis is away when they are closed. */
class FamilyRedis extends Redis {
  readonly #copies: Redis[] = [];

  override duplicate(override?: Partial<RedisOptions>): Redis {
    const copy = super.duplicate(override);
    this.#copies.push(copy);
    return copy;
  }

  disconnectAll(): void {
    for (const each of [this, ...this.#copies]) each.disconnect();
  }
}

/** An error of Redis in words. The error itself holds the command that failed, and with it the password. */
export const sentenceOf = (error: unknown): string =>
  redactText(error instanceof Error ? error.message || error.name : String(error));

/** Host, password and database of an address. ioredis would refuse a password with a lone %, and quote it. */
export const redisOptionsOf = (url: string): RedisOptions => {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const database = Number(pathname.slice(1));
  return {
    host: hostname.replace(/^\[|\]$/gu, ''),
    port: port === '' ? 6379 : Number(port),
    ...(username === '' ? {} : { username: decoded(username) }),
    ...(password === '' ? {} : { password: decoded(password) }),
    ...(Number.isSafeInteger(database) ? { db: database } : {}),
    ...(protocol === 'rediss:' ? { tls: { servername: hostname } } : {}),
  };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
