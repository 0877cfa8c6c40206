import type { Body } from '../body.ts';

/** The rules that a client is held to, by name. */
export type Rule =
  /** Every delivery is acknowledged within 3 s with success. */
  | 'acknowledged-in-time'
  /** Every delivery is acknowledged once, under an id that was given out. */
  | 'acknowledged-once'
  /** What is sent along with an acknowledgement is something Slack reads there. */
  | 'acknowledged-soundly'
  /** A `response_url` is used at most 5 times, within 30 min, and replaces only where there is an original. */
  | 'response-url'
  /** A `trigger_id` opens one view, within 3 s. */
  | 'trigger-id'
  /** Blocks and views keep to Block Kit's limits. */
  | 'block-kit'
  /** A message with blocks has a top-level text, too, and no text is too long. */
  | 'text'
  /** Ephemeral messages carry no files. */
  | 'ephemeral-file'
  /** Files are uploaded as announced, once, before they are completed. */
  | 'upload'
  /** Calls name a method that there is, with the right kind of token and well-formed arguments. */
  | 'web-api'
  /** At most 10 Socket Mode connections, well-formed frames. */
  | 'socket-mode';

/** A rule that the client broke, and how. */
export interface Violation {
  readonly rule: Rule;
  readonly detail: string;
  readonly atMs: number;
}

/** Somebody whom a message of the app would have notified. */
export interface Ping {
  /** As it was written: `<!channel>`, `<@U000000001>`, `@here` with `link_names`. */
  readonly mention: string;
  readonly channel: string;
  readonly isEphemeral: boolean;
}

/** A call of the Web API, and what became of it. */
export interface ApiCall {
  readonly method: string;
  readonly arguments: Body;
  readonly atMs: number;
  /** Null where it succeeded, else the error that was answered. */
  readonly error: string | null;
}

/** What is written down for tests to read. */
export interface Journal {
  readonly violations: readonly Violation[];
  readonly pings: readonly Ping[];
  readonly calls: readonly ApiCall[];
  readonly violate: (rule: Rule, detail: string) => void;
  readonly ping: (ping: Ping) => void;
  readonly call: (call: Omit<ApiCall, 'atMs'>) => void;
}

/** An empty journal. */
export const openJournal = (now: () => number): Journal => {
  const violations: Violation[] = [];
  const pings: Ping[] = [];
  const calls: ApiCall[] = [];
  return {
    violations,
    pings,
    calls,
    violate: (rule, detail) => {
      violations.push({ rule, detail, atMs: now() });
    },
    ping: (ping) => {
      pings.push(ping);
    },
    call: (call) => {
      calls.push({ ...call, atMs: now() });
    },
  };
};
