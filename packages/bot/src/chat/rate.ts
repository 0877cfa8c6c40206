import { LRUCache } from 'lru-cache';

/** Askers that are remembered. */
const mostAskers = 10_000;

/** **Unit** milliseconds. */
const minute = 60_000;

/** How often somebody may ask. */
export interface Rate {
  /** Counts a question; where that is one too many, it does not count, and this is how long to wait. **Unit** milliseconds; 0: go ahead. */
  readonly take: (asker: string) => number;
}

/** At most so many questions per asker within any minute, after which nothing is known of them any more. `now` in milliseconds of any clock. */
export const openRate = (mostPerMinute: number, now: () => number): Rate => {
  const asked = new LRUCache<string, readonly number[]>({ max: mostAskers, ttl: minute, ttlAutopurge: true });
  return {
    take: (asker) => {
      const at = now();
      const recent = (asked.get(asker) ?? []).filter((time) => at - time < minute);
      const [oldest = at] = recent;
      if (recent.length >= mostPerMinute) return oldest + minute - at;
      asked.set(asker, [...recent, at]);
      return 0;
    },
  };
};
