import type { Body } from '../body.ts';
import type { Entry, SeenMessage } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Acknowledgement } from './delivery.ts';
import type { Outgoing } from './outgoing.ts';

/** What the app posted to a `response_url`, and how it was answered. */
export interface UrlResponse {
  readonly atMs: number;
  readonly body: Body;
  /** 0 where it was not answered at all. */
  readonly status: number;
  /** Null where it was taken. */
  readonly error: string | null;
}

/** Something that a person did, and all that the app answered to it. */
export interface Run {
  /** Of the `trigger_id` or the event: the same in every delivery. */
  readonly id: string;
  readonly payload: Body;
  readonly user: string;
  /** Where it happened; null in views and shortcuts without a place. */
  readonly channel: string | null;
  /** Whether the 3 s passed without an acknowledgement, once at least. */
  readonly timedOut: boolean;
  /** How often it was handed to the app, retries included. */
  readonly attempts: number;
  /** The acknowledgement. **Throws** where none came in time or the app refused, once Slack gives up. */
  readonly acknowledged: () => Promise<Acknowledgement>;
  readonly responses: readonly UrlResponse[];
  /**
   * The newest message that the person sees as the outcome, ephemeral or not, once there is one that fits.
   *
   * What the acknowledgement and `response_url` said counts, and what the app posted since then in the same channel or in the
   * person's direct messages. **Throws** after the time, by the computer's clock, with what was seen instead.
   */
  readonly visible: (fits?: (message: SeenMessage) => boolean, timeoutMs?: number) => Promise<SeenMessage>;
}

/** What a run is about. */
export interface RunStart {
  readonly id: string;
  readonly user: string;
  readonly channel: string | null;
  readonly outgoing: Outgoing;
}

const patienceMs = 10_000;

/** A run as the loopback keeps it: it hears of deliveries and responses. */
export class RunRecord implements Run {
  readonly id: string;
  readonly user: string;
  readonly channel: string | null;
  readonly outgoing: Outgoing;
  timedOut = false;
  attempts = 0;
  readonly responses: UrlResponse[] = [];
  readonly #workspace: Workspace;
  readonly #since: number;
  readonly #settled: Promise<Acknowledgement>;
  #resolve: (acknowledgement: Acknowledgement) => void = () => {};
  #reject: (error: Error) => void = () => {};

  constructor(workspace: Workspace, { id, user, channel, outgoing }: RunStart) {
    this.id = id;
    this.user = user;
    this.channel = channel;
    this.outgoing = outgoing;
    this.#workspace = workspace;
    this.#since = workspace.messages.change();
    this.#settled = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // nobody has to ask
    this.#settled.catch(() => {});
  }

  get payload(): Body {
    return this.outgoing.payload;
  }

  acknowledged(): Promise<Acknowledgement> {
    return this.#settled;
  }

  /** The app has it. */
  settle(acknowledgement: Acknowledgement): void {
    this.#resolve(acknowledgement);
  }

  /** Slack has given up. */
  giveUp(detail: string): void {
    this.#reject(new Error(`not acknowledged: ${detail}`));
  }

  visible(fits: (message: SeenMessage) => boolean = () => true, timeoutMs: number = patienceMs): Promise<SeenMessage> {
    return new Promise((resolve, reject) => {
      const newest = this.#outcomes().find(fits);
      if (newest !== undefined) {
        resolve(newest);
        return;
      }
      const { messages, closed } = this.#workspace;
      const end = (): void => {
        clearTimeout(timer);
        unwatch();
        closed.removeEventListener('abort', giveUp);
      };
      const giveUp = (): void => {
        end();
        const seen = this.#outcomes().map(({ text }) => text);
        reject(new Error(`no outcome that fits within ${timeoutMs} ms; seen: ${JSON.stringify(seen)}`));
      };
      const timer = setTimeout(giveUp, timeoutMs);
      closed.addEventListener('abort', giveUp);
      // what changes is the newest
      const unwatch = messages.watch((entry) => {
        if (!this.#concerns(entry) || !fits(entry.message)) return;
        end();
        resolve(entry.message);
      });
    });
  }

  /** What could be the outcome, the newest first. */
  #outcomes(): readonly SeenMessage[] {
    return this.#workspace.messages
      .entries()
      .filter((entry) => this.#concerns(entry))
      .sort((one, other) => other.change - one.change)
      .map(({ message }) => message);
  }

  #concerns({ message, run, change }: Entry): boolean {
    if (change <= this.#since || !message.isFromApp) return false;
    if (run !== null) return run === this.id;
    const isForPerson = message.ephemeralTo === null || message.ephemeralTo === this.user;
    const channel = this.#workspace.people.channel(message.channel);
    return isForPerson && (message.channel === this.channel || channel?.person === this.user);
  }
}
