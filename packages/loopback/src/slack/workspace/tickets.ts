import { randomUUID } from 'node:crypto';

/** Admissions to Socket Mode, each good for one connection. */
export interface Tickets {
  readonly issue: () => string;
  readonly redeem: (ticket: string) => boolean;
}

/** None issued yet. */
export const openTickets = (): Tickets => {
  const valid = new Set<string>();
  return {
    issue: () => {
      const ticket = randomUUID();
      valid.add(ticket);
      return ticket;
    },
    redeem: (ticket) => valid.delete(ticket),
  };
};
