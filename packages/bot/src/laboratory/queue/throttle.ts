/** Tells the newest of many things, at most so often. */
export interface Throttled<Thing> {
  readonly tell: (thing: Thing) => void;
  /** Tells nothing more, and waits for what is on its way. */
  readonly stop: () => Promise<void>;
}

/** The first thing is told at once, the newest one after each pause. What cannot be told is forgotten: the next will be. */
export const throttle = <Thing>(send: (thing: Thing) => Promise<unknown>, everyMs: number): Throttled<Thing> => {
  let timer: NodeJS.Timeout | null = null;
  let newest: { readonly thing: Thing } | null = null;
  let sending: Promise<unknown> = Promise.resolve();
  const flush = (): void => {
    timer = null;
    if (newest === null) return;
    sending = send(newest.thing).catch(() => {});
    newest = null;
    timer = setTimeout(flush, everyMs);
  };
  return {
    tell: (thing) => {
      newest = { thing };
      if (timer === null) flush();
    },
    stop: async () => {
      newest = null;
      if (timer !== null) clearTimeout(timer);
      await sending;
    },
  };
};
