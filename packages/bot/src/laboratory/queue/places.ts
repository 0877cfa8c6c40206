import type { Queue, QueueEvents } from 'bullmq';

/** Tells those who wait in line how many come before them. */
export interface Places {
  /** `onPlace` is told whenever that changes, until what is returned is called. */
  readonly follow: (job: string, onPlace: (before: number) => void) => () => void;
  readonly close: () => void;
}

/** When one job leaves the line, often others do, too. **Unit** milliseconds. */
const pauseMs = 100;

/** The line of a queue, looked at when something in it has moved and somebody here wants to know. */
export const openPlaces = (queue: Queue, events: QueueEvents): Places => {
  const followed = new Map<string, { readonly onPlace: (before: number) => void; place: number }>();
  let timer: NodeJS.Timeout | null = null;
  const look = async (): Promise<void> => {
    const line = await queue.getRanges(['wait'], 0, -1, true);
    for (const [id, one] of followed) {
      const place = line.indexOf(id);
      if (place < 0 || place === one.place) continue;
      one.place = place;
      one.onPlace(place);
    }
  };
  const lookSoon = (): void => {
    if (followed.size === 0 || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      // whoever is away hears of the next move
      look().catch(() => {});
    }, pauseMs);
  };
  for (const event of ['added', 'waiting', 'active', 'removed'] as const) events.on(event, lookSoon);
  return {
    follow: (id, onPlace) => {
      const one = { onPlace, place: -1 };
      followed.set(id, one);
      lookSoon();
      return () => {
        if (followed.get(id) === one) followed.delete(id);
      };
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
      followed.clear();
    },
  };
};
