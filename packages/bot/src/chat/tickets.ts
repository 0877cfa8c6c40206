import { randomUUID } from 'node:crypto';
import { attendTo, closing, type Means, type Taken } from './attend.ts';
import type { Ticket } from './conversation.ts';

/** What came of the wish to end a question. */
export type Cancelling = 'cancelled' | 'not yours' | 'gone';

/** Questions that were taken on and have no answer yet. */
export interface Tickets {
  readonly count: number;
  readonly countOf: (asker: string) => number;
  readonly issue: (taken: Omit<Taken, 'signal'>) => Ticket;
  readonly cancel: (ticket: string, asker: string, isModerator: boolean) => Cancelling;
  /** Lets questions end within that time, and ends the rest. **Unit** milliseconds. */
  readonly close: (graceMs: number) => Promise<void>;
}

interface Open {
  readonly asker: string;
  readonly controller: AbortController;
  ended: Promise<unknown>;
}

/** Issues tickets, and ends questions by them. */
export const openTickets = (means: Means): Tickets => {
  const open = new Map<string, Open>();
  return {
    get count(): number {
      return open.size;
    },
    countOf: (asker) => [...open.values()].filter((one) => one.asker === asker).length,
    issue: (taken) => {
      const { asker, query } = taken;
      const id = randomUUID();
      const controller = new AbortController();
      const attend = attendTo({ ...taken, signal: controller.signal }, means);
      const entry: Open = { asker, controller, ended: Promise.resolve() };
      open.set(id, entry);
      return {
        id,
        query,
        attend: (conversation) => {
          const ended = attend(conversation).finally(() => open.delete(id));
          entry.ended = ended;
          return ended;
        },
        drop: () => open.delete(id),
      };
    },
    cancel: (ticket, asker, isModerator) => {
      const known = open.get(ticket);
      if (known === undefined) return 'gone';
      if (known.asker !== asker && !isModerator) return 'not yours';
      known.controller.abort();
      return 'cancelled';
    },
    close: async (graceMs) => {
      const all = [...open.values()];
      const ended = Promise.allSettled(all.map((one) => one.ended));
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
      for (const { controller } of all) controller.abort(closing);
      await ended;
    },
  };
};
