import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Signature } from './endpoint/endpoint.ts';
import type { GatewayConnection } from './gateway/gateway.ts';
import type { InteractionHandle } from './interactions/handle.ts';
import type { OfferedChoice } from './interactions/interaction.ts';
import type { Ping } from './messages/pings.ts';
import type { SeenMessage } from './messages/seen-message.ts';
import type { AutocompleteCall, ContextCall, SlashCall } from './people/commands.ts';
import type { Person } from './people/person.ts';
import type { Where } from './people/place.ts';
import type { Press } from './people/press.ts';
import type { FilledFields } from './people/submit-modal.ts';
import type { RateLimitSettings } from './rest/rate-limits.ts';
import type { SeenRequest } from './rest/rest-server.ts';
import type { Breach } from './rules/breach.ts';

/** How the server behaves. */
export interface LoopbackDiscordOptions {
  /** The bot's token; one is made up otherwise. */
  readonly token?: string;
  readonly applicationId?: string;
  /** 0 takes any that is free. */
  readonly port?: number;
  /** The clock of the 3 s and 15 min rules, and of ids. **Unit** milliseconds since 1970. */
  readonly now?: () => number;
  /** How long every answer and every event is on its way. **Unit** milliseconds. */
  readonly latencyMs?: number;
  /** **Unit** milliseconds. */
  readonly heartbeatIntervalMs?: number;
  /** The privileged intents that the application was granted, as a bit set. */
  readonly privilegedIntents?: number;
  /** Five requests per bucket in 5000 ms, and 50 per second over all routes, unless told otherwise. */
  readonly rateLimits?: Partial<RateLimitSettings>;
  /** Where Discord's OpenAPI document lies; null judges without it. */
  readonly openApi?: string | null;
}

/** Whom a test means by a message: one that was seen, or the answer to an interaction. */
export type MessageLike = SeenMessage | InteractionHandle;

/** What people do. */
export interface PeopleActions {
  /** Somebody by name: the same name is the same person. */
  readonly person: (name: string, options?: { readonly permissions?: string }) => Person;
  readonly slash: (call: SlashCall) => InteractionHandle;
  readonly press: (message: MessageLike, customId: string, press?: Press) => InteractionHandle;
  readonly context: (call: ContextCall) => InteractionHandle;
  /** A person types into an option that completes itself. */
  readonly typing: (call: AutocompleteCall) => InteractionHandle;
  /** The same, which resolves with the choices that were offered. */
  readonly autocomplete: (call: AutocompleteCall, timeoutMs?: number) => Promise<readonly OfferedChoice[]>;
  readonly submitModal: (opener: InteractionHandle, fields: FilledFields, who?: Pick<Where, 'locale'>) => InteractionHandle;
  /** Somebody writes a message that mentions the bot. */
  readonly mention: (text: string, where?: Where & { readonly replyTo?: MessageLike }) => SeenMessage;
  /** Somebody writes a message. */
  readonly say: (text: string, where?: Where & { readonly replyTo?: MessageLike }) => SeenMessage;
  /** Somebody with the right to do so deletes a message. */
  readonly remove: (message: MessageLike) => void;
  /** The same event once more. */
  readonly deliverAgain: (handle: InteractionHandle) => void;
}

/** Trouble that a test orders. */
export interface TroubleActions {
  /** Closes all connections of the gateway; 4000 makes clients resume. */
  readonly dropGateway: (options?: { readonly code?: number }) => void;
  readonly invalidateSession: (options?: { readonly isResumable?: boolean }) => void;
  readonly askToReconnect: () => void;
  /** Answers the next requests with 429. */
  readonly rateLimitNext: (options?: {
    readonly route?: string | RegExp;
    readonly retryAfterSeconds?: number;
    readonly times?: number;
  }) => void;
  /** Answers the next requests with an error. */
  readonly failNext: (options?: { readonly route?: string | RegExp; readonly status?: number; readonly times?: number }) => void;
  /** Answers nothing and sends nothing for so long. */
  readonly silence: (silenceMs: number) => void;
  /** Posts interactions to an endpoint from now on, if it withstands Discord's two checks; null goes back to the gateway. */
  readonly postTo: (url: string | null) => Promise<void>;
  /** Sends a PING to the endpoint, or to another one, signed in one of four ways. */
  readonly probe: (signature: Signature, url?: string) => Promise<{ readonly status: number; readonly body: unknown }>;
}

/** Discord on this computer: what it is, and what can be seen of it. */
export interface LoopbackDiscord extends PeopleActions, TroubleActions {
  /** The address of the API, `http://127.0.0.1:…/api`. */
  readonly api: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botId: string;
  readonly guildId: string;
  readonly channelId: string;
  /** What interactions over HTTP are signed with, in hexadecimal. */
  readonly publicKey: string;
  /** Whether Discord's OpenAPI document was found and judges every body. */
  readonly isJudged: boolean;
  /** The commands that are registered, global ones and those of guilds. */
  readonly commands: readonly APIApplicationCommand[];
  /** Every rule that a client broke. */
  readonly violations: readonly Breach[];
  /** Interactions without a first response; to the people who began them the application did not respond. */
  readonly unanswered: readonly InteractionHandle[];
  /** Whom messages would have notified. */
  readonly pings: readonly Ping[];
  /** How many requests were answered with 429, which breaks no rule. */
  readonly rateLimited: number;
  readonly requests: readonly SeenRequest[];
  readonly connections: readonly GatewayConnection[];
  /** The messages of a channel that are not deleted, without answers to interactions; those of the guild's channel by default. */
  readonly channelMessages: (channelId?: string) => readonly SeenMessage[];
  /** The channel of somebody's direct messages with the bot. */
  readonly directChannel: (person: Person) => string;
  /** What `look` finds on the server, as soon as it finds something. **Throws** after `timeoutMs`. */
  readonly until: <Found>(look: () => Found | undefined | false, timeoutMs?: number) => Promise<Found>;
  /** Closes everything; what was asked of it afterwards is refused. */
  readonly close: () => Promise<void>;
}
