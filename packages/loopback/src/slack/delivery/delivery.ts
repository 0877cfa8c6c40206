import type { Clock } from '../workspace/clock.ts';

/** How long the app has to acknowledge. */
const acknowledgementMs = 3000;

/** An acknowledgement, and what was sent along. */
export interface Acknowledgement {
  readonly atMs: number;
  /** Since it was delivered. */
  readonly afterMs: number;
  /** Undefined where nothing was sent along. */
  readonly body: unknown;
}

/** Why Slack tries again, in its own words. */
export type Failure = 'http_timeout' | 'http_error' | 'connection_failed';

/** What becomes of a delivery. */
export type Outcome =
  | { readonly kind: 'acknowledged'; readonly acknowledgement: Acknowledgement }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly detail: string; readonly mayRetry: boolean };

/** One attempt to hand something to the app. It ends once: acknowledged, refused, or missed by the clock. */
export class Delivery {
  /** Whether anything reached the app: what waits for a connection did not. */
  wasSent = false;
  #outcome: Outcome | null = null;
  readonly #startMs: number;
  readonly #clock: Clock;
  readonly #endings: ((outcome: Outcome) => void)[] = [];
  readonly #cancel: () => void;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startMs = clock.now();
    this.#cancel = clock.after(acknowledgementMs + 1, () => this.fail('http_timeout', `nothing within ${acknowledgementMs} ms`));
  }

  /** How it ended, or null as long as it has not. */
  get outcome(): Outcome | null {
    return this.#outcome;
  }

  /** Calls when it ends, at once where it has ended. */
  whenEnded(then: (outcome: Outcome) => void): void {
    if (this.#outcome === null) this.#endings.push(then);
    else then(this.#outcome);
  }

  /** The app says that it has it. Too late is too late, also where nobody looked at the clock yet. */
  acknowledge(body: unknown): void {
    const atMs = this.#clock.now();
    const afterMs = atMs - this.#startMs;
    if (afterMs > acknowledgementMs) this.fail('http_timeout', `acknowledged after ${afterMs} ms`);
    else this.#end({ kind: 'acknowledged', acknowledgement: { atMs, afterMs, body } });
  }

  /** The app does not have it. */
  fail(failure: Failure, detail: string, mayRetry = true): void {
    this.#end({ kind: 'failed', failure, detail, mayRetry });
  }

  #end(outcome: Outcome): void {
    if (this.#outcome !== null) return;
    this.#outcome = outcome;
    this.#cancel();
    for (const then of this.#endings) then(outcome);
  }
}
