import type { RequestListener } from 'node:http';

/** Hears the requests that a platform sends, at a path of the bot's receiver. */
export interface Listener {
  readonly path: string;
  readonly handle: RequestListener;
}

/** A way in: where people ask, and are answered. */
export interface Platform {
  readonly name: string;
  /** Null where the platform is heard over a connection that the bot opens. */
  readonly listener: Listener | null;
  /** Whether questions can reach it right now. */
  readonly isReady: () => boolean;
  /** Lets nothing in any more. What was taken on can still be answered until `close`. */
  readonly stopIntake: () => Promise<void>;
  readonly close: () => Promise<void>;
}
