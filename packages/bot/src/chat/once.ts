import { LRUCache } from 'lru-cache';

/** Longer than a platform delivers an event again: Slack does so for five minutes. **Unit** milliseconds. */
const rememberedMs = 3_600_000;

const mostEvents = 20_000;

/** Tells whether an event is seen for the first time. */
export const openOnce = (): ((event: string) => boolean) => {
  const seen = new LRUCache<string, true>({ max: mostEvents, ttl: rememberedMs });
  return (event) => {
    if (seen.has(event)) return false;
    seen.set(event, true);
    return true;
  };
};
