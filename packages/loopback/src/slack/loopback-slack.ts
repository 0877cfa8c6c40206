import type { Choosing, Filled } from './acts/interact.ts';
import type { Request } from './acts/send.ts';
import type { Spoken } from './acts/speak.ts';
import type { Redelivery } from './delivery/courier.ts';
import type { Failure } from './delivery/delivery.ts';
import type { PostAnswer } from './delivery/post.ts';
import type { Run } from './delivery/run.ts';
import type { SeenFile } from './workspace/files.ts';
import type { Journal } from './workspace/journal.ts';
import type { SeenMessage } from './workspace/messages.ts';
import type { Channel, Person } from './workspace/people.ts';
import type { SeenView } from './workspace/views.ts';
import type { Identity } from './workspace/workspace.ts';

/** What people do; people and channels go by id or name, and the first of each where none is named. */
export interface Acts {
  readonly command: (spoken: Spoken & { readonly command?: string }) => Run;
  /** An `app_mention`. */
  readonly mention: (spoken: Spoken & { readonly threadTs?: string }) => Run;
  /** A `message.im`. */
  readonly directMessage: (spoken: Omit<Spoken, 'channel'>) => Run;
  /** A message that the app hears nothing of, for shortcuts and threads. */
  readonly say: (spoken: Spoken & { readonly threadTs?: string }) => SeenMessage;
  /** A button pressed or an option chosen, in a message, a modal or the home tab. */
  readonly press: (seen: SeenMessage | SeenView, actionId: string, choosing?: Choosing) => Run;
  /** A message shortcut, or a global one where no message is given. */
  readonly shortcut: (taken: { readonly callbackId: string; readonly message?: SeenMessage; readonly user?: string }) => Run;
  readonly submitModal: (view: SeenView, filled: Filled, by?: { readonly user?: string }) => Run;
  /** An `app_home_opened`. */
  readonly openHome: (by?: { readonly user?: string }) => Run;
}

/** What is there to see. */
export interface Sights extends Pick<Journal, 'violations' | 'pings' | 'calls'> {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  /** The id of the direct conversation of the app and a person. */
  readonly directChannel: (user?: string) => string;
  /** What all members of a channel see there, the oldest first. */
  readonly messages: (channel?: string) => readonly SeenMessage[];
  /** What one person alone sees, wherever, the oldest first. */
  readonly ephemerals: readonly SeenMessage[];
  /** All modals and home tabs that were ever shown, as they are now. */
  readonly views: readonly SeenView[];
  /** All completed uploads. */
  readonly files: readonly SeenFile[];
  /** Open Socket Mode connections. */
  readonly connections: number;
  /** Waits for that many connections. */
  readonly connected: (count?: number) => Promise<void>;
}

/** What Slack does to the app. */
export interface Weather {
  /** From now on the app is told by signed requests to this address on 127.0.0.1; null goes back to Socket Mode. */
  readonly postTo: (address: string | null) => void;
  /** One request by itself, signed or forged. **Throws** before `postTo`. */
  readonly send: (request?: Request) => Promise<PostAnswer>;
  /** Tells the app something once more, with the same ids. */
  readonly deliverAgain: (run: Run, retry?: { readonly retryNum?: number; readonly reason?: Failure }) => Redelivery;
  /** The next calls of a method, or of any, are answered 429. `response_url` and `upload` count as methods. */
  readonly rateLimitNext: (limit?: {
    readonly method?: string;
    readonly retryAfterSeconds?: number;
    readonly times?: number;
  }) => void;
  /** The next calls of a method fail: by Slack's word, or by a status of a server in trouble. `response_url` and `upload` count as methods. */
  readonly failNext: (
    failure: { readonly method: string; readonly times?: number } & ({ readonly error: string } | { readonly status: number }),
  ) => void;
  /** The next calls of a method come to nothing, and are never answered. `response_url` and `upload` count as methods. */
  readonly ignoreNext: (silence: { readonly method: string; readonly times?: number }) => void;
  /** Answers of the Web API come that late, by the computer's clock; 0 ends it. */
  readonly stall: (ms: number) => void;
  /** Asks all connections to be opened anew. */
  readonly refreshSockets: (reason?: 'refresh_requested' | 'warning') => void;
  /** Cuts all connections. */
  readonly dropSockets: () => void;
}

/** A Slack on this computer that holds the app to Slack's rules. */
export interface LoopbackSlack extends Acts, Sights, Weather, Omit<Identity, 'scopes'> {
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string;
  /** Ends all of it: no timer and no connection is left. */
  readonly close: () => Promise<void>;
}
