import { createHash } from 'node:crypto';

/** How much Discord takes per route. */
export interface RateLimitSettings {
  /** Requests per window and bucket. Discord publishes none for webhooks; about five per window were seen. */
  readonly requests: number;
  /** **Unit** milliseconds of real time: clients wait in it, whatever the clock of the rules says. */
  readonly windowMs: number;
  /** What a bot may ask of all routes together in one second, interactions aside. */
  readonly perSecond: number;
}

/** What a request costs: headers that tell, and how long to wait where it was too much. */
export interface Toll {
  readonly headers: Readonly<Record<string, string>>;
  /** **Unit** seconds; null where the request may pass. */
  readonly retryAfterSeconds: number | null;
  readonly isGlobal: boolean;
}

/** As Discord publishes them, or as they were seen. */
export const usualRateLimits: RateLimitSettings = { requests: 5, windowMs: 5000, perSecond: 50 };

/** Counts requests in windows, one per bucket and major parameter, and one for all of a bot's requests. */
export class RateLimits {
  readonly #settings: RateLimitSettings;
  readonly #windows = new Map<string, { count: number; endsMs: number }>();

  constructor(settings: RateLimitSettings) {
    this.#settings = settings;
  }

  /** Counts one request. `bucket` is null for routes without a bucket of their own. */
  take(route: string, bucket: string | null, isGlobal: boolean): Toll {
    if (isGlobal) {
      const all = this.#count('global', 1000);
      if (all.count > this.#settings.perSecond) return globalToll(secondsUntil(all.endsMs));
    }
    if (bucket === null) return { headers: {}, retryAfterSeconds: null, isGlobal: false };
    const { requests, windowMs } = this.#settings;
    const { count, endsMs } = this.#count(`${route} ${bucket}`, windowMs);
    const seconds = secondsUntil(endsMs);
    const headers = {
      'x-ratelimit-limit': String(requests),
      'x-ratelimit-remaining': String(Math.max(0, requests - count)),
      'x-ratelimit-reset': ((Date.now() + seconds * 1000) / 1000).toFixed(3),
      'x-ratelimit-reset-after': seconds.toFixed(3),
      'x-ratelimit-bucket': createHash('sha256').update(route).digest('hex').slice(0, 32),
    };
    if (count <= requests) return { headers, retryAfterSeconds: null, isGlobal: false };
    return { headers: { ...headers, 'x-ratelimit-scope': 'user' }, retryAfterSeconds: seconds, isGlobal: false };
  }

  #count(key: string, windowMs: number): { readonly count: number; readonly endsMs: number } {
    const nowMs = performance.now();
    const known = this.#windows.get(key);
    const window = known === undefined || known.endsMs <= nowMs ? { count: 0, endsMs: nowMs + windowMs } : known;
    window.count += 1;
    this.#windows.set(key, window);
    return window;
  }
}

const secondsUntil = (endsMs: number): number => Math.max(0.001, (endsMs - performance.now()) / 1000);

const globalToll = (seconds: number): Toll => ({
  headers: { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
  retryAfterSeconds: seconds,
  isGlobal: true,
});
