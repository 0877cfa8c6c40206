import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

/** How often Slack's wish to be asked later is granted. */
export const mostWaits = 3;

/** Slack counts by the minute; who is to wait longer had better be told. **Unit** milliseconds */
const longestWaitMs = 60_000;

/** Where Slack does not say for how long. **Unit** seconds */
const usualSeconds = 1;

/** How long to wait, by a `retry-after`; null where that is too long. **Unit** milliseconds */
export const waitMsOf = (retryAfter: unknown): number | null => {
  const seconds = Number(retryAfter ?? usualSeconds);
  const waitMs = 1000 * (Number.isFinite(seconds) ? seconds : usualSeconds);
  return waitMs > longestWaitMs ? null : waitMs;
};

/** Calls again when Slack asks to wait. **Throws** what the call does, and Slack's wish where it is too much to grant. */
export const waitOut = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
  for (let waits = 0; ; waits += 1) {
    try {
      return await call();
    } catch (error) {
      const waitMs = isRateLimit(error) && waits < mostWaits ? waitMsOf(secondsIn(error)) : null;
      if (waitMs === null) throw error;
      await sleep(waitMs);
    }
  }
};

type RateLimit = webApi.WebAPIRateLimitedError | webApi.WebAPIPlatformError;

/** Slack says it by a status, or by a word. */
const isRateLimit = (error: unknown): error is RateLimit =>
  error instanceof webApi.WebAPIRateLimitedError ||
  (error instanceof webApi.WebAPIPlatformError && error.data.error === 'ratelimited');

const secondsIn = (error: RateLimit): number | undefined =>
  error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter : error.data.response_metadata?.retryAfter;
