/** A way in: where people ask, and are answered. */
export interface Platform {
  readonly name: string;
  /** Whether questions can reach it right now. */
  readonly isReady: () => boolean;
  /** Lets nothing in any more. What was taken on can still be answered until `close`. */
  readonly stopIntake: () => Promise<void>;
  readonly close: () => Promise<void>;
}
