/** Deadlines by a clock that may be a test's own: who advances it makes what is due happen. */
export interface Clock {
  /** **Unit** milliseconds since 1970. */
  readonly now: () => number;
  /** Calls once the clock has gone that far; what is returned takes it back. */
  readonly after: (waitMs: number, then: () => void) => () => void;
  /** Forgets all deadlines, and takes no more. */
  readonly close: () => void;
}

/** How often a clock is looked at while something is due. */
const glanceMs = 5;

/** A clock over a function that tells the time. It is looked at, not slept on, so that a clock set by hand works, too. */
export const openClock = (now: () => number): Clock => {
  const due = new Map<symbol, Deadline>();
  let glance: NodeJS.Timeout | null = null;
  let isClosed = false;
  const look = (): void => {
    glance = null;
    const nowMs = now();
    for (const [key, deadline] of due) {
      if (deadline.atMs > nowMs) continue;
      due.delete(key);
      deadline.then();
    }
    watch();
  };
  const watch = (): void => {
    if (due.size > 0 && glance === null && !isClosed) glance = setTimeout(look, glanceMs).unref();
  };
  return {
    now,
    after: (waitMs, then) => {
      const key = Symbol('deadline');
      due.set(key, { atMs: now() + waitMs, then });
      watch();
      return () => {
        due.delete(key);
      };
    },
    close: () => {
      isClosed = true;
      due.clear();
      if (glance !== null) clearTimeout(glance);
      glance = null;
    },
  };
};

interface Deadline {
  readonly atMs: number;
  readonly then: () => void;
}
