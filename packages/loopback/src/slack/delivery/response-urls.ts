import { type HttpAnswer, inJson, inTrouble, inWords, tooMany } from '../answer.ts';
import { type Body, isBody, isYes, parseJson, textOf } from '../body.ts';
import type { Fault } from '../workspace/faults.ts';
import { judgeMessage } from '../workspace/judge-message.ts';
import type { SeenMessage } from '../workspace/messages.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { RunRecord } from './run.ts';

/** Addresses to which the app may answer without a token, for a while. */
export interface ResponseUrls {
  /** A new address for a channel; what is posted there is the run's once it is tied. */
  readonly issue: (place: ResponsePlace) => { readonly url: string; readonly tie: (run: RunRecord) => void };
  /** Null where it is to stay without an answer. */
  readonly answer: (id: string, raw: string) => HttpAnswer | null;
}

/** Where answers go: a channel, for a person, about a message where a button of it was pressed. */
export interface ResponsePlace {
  readonly channel: string;
  readonly user: string;
  readonly original: SeenMessage | null;
}

const mostUses = 5;
const lifeMs = 30 * 60_000;

interface Ticket extends ResponsePlace {
  readonly issuedMs: number;
  run: RunRecord | null;
  uses: number;
}

/** No addresses given out yet. */
export const openResponseUrls = (workspace: Workspace): ResponseUrls => {
  const tickets = new Map<string, Ticket>();
  const { clock, identifiers, faults } = workspace;
  return {
    issue: (place) => {
      const id = identifiers.next('R');
      const ticket: Ticket = { ...place, issuedMs: clock.now(), run: null, uses: 0 };
      tickets.set(id, ticket);
      return {
        url: `${workspace.origin()}/respond/${id}`,
        tie: (run) => {
          ticket.run = run;
        },
      };
    },
    answer: (id, raw) => {
      const ticket = tickets.get(id);
      const body = parseJson(raw);
      if (ticket === undefined) return inWords(404, 'no_service');
      const answer = answerOf(workspace, ticket, body, faults.take('response_url'));
      const status = answer?.status ?? 0;
      const error = status === 200 ? null : errorOf(answer);
      ticket.run?.responses.push({ atMs: clock.now(), body: isBody(body) ? body : {}, status, error });
      return answer;
    },
  };
};

const errorOf = (answer: HttpAnswer | null): string => {
  const told = parseJson(answer?.body ?? '');
  return (isBody(told) ? textOf(told, 'error') : null) ?? (answer === null ? 'silence' : `status ${answer.status}`);
};

const answerOf = (workspace: Workspace, ticket: Ticket, body: unknown, fault: Fault | null): HttpAnswer | null => {
  if (fault?.kind === 'rate-limit') return tooMany(fault.retryAfterSeconds);
  const refuse = (status: number, error: string): HttpAnswer => inJson(status, { ok: false, error });
  const used = refusalOf(workspace, ticket);
  // whether Slack counts what it could not take nobody says: a careful client does
  ticket.uses += 1;
  if (used !== null) return refuse(404, used);
  if (fault?.kind === 'silence') return null;
  if (fault?.kind === 'status') return inTrouble(fault.status);
  if (fault?.kind === 'error') return refuse(404, fault.error);
  if (!isBody(body)) {
    workspace.journal.violate('response-url', 'a body that is no JSON object');
    return refuse(400, 'invalid_payload');
  }
  const error = isYes(body['delete_original']) ? removeOriginal(workspace, ticket) : say(workspace, ticket, body);
  // Slack says so of blocks, too (java-slack-sdk#1349), as if the address were gone
  return error === null ? inWords(200, 'ok') : refuse(404, error);
};

const refusalOf = ({ clock, journal }: Workspace, { issuedMs, uses }: Ticket): string | null => {
  const ageMs = clock.now() - issuedMs;
  const error = ageMs > lifeMs ? 'expired_url' : uses >= mostUses ? 'used_url' : null;
  if (error !== null) journal.violate('response-url', `${error}: use ${uses + 1} after ${Math.round(ageMs / 60_000)} min`);
  return error;
};

/** The message whose button was pressed, as it is now; null where it is gone or there never was one. */
const originalOf = ({ messages, journal }: Workspace, { original }: Ticket): SeenMessage | null => {
  const message = original === null ? null : messages.find(original.channel, original.ts);
  if (message === null) journal.violate('response-url', 'replaces or deletes an original that there is not');
  return message;
};

const removeOriginal = (workspace: Workspace, ticket: Ticket): string | null => {
  const original = originalOf(workspace, ticket);
  if (original !== null) workspace.messages.remove(original);
  return null;
};

/**
 * A message instead of the original or a new one.
 *
 * A command has no original: what asks to replace it is posted as new (bolt-python#1268, bolt-js#2287).
 */
const say = (workspace: Workspace, ticket: Ticket, body: Body): string | null => {
  const original = isYes(body['replace_original']) ? originalOf(workspace, ticket) : null;
  const isEphemeral = original === null ? body['response_type'] !== 'in_channel' : original.ephemeralTo !== null;
  const verdict = judgeMessage(workspace, body, { channel: ticket.channel, isEphemeral });
  if (verdict.error !== null) return verdict.error;
  const run = ticket.run?.id ?? null;
  if (original !== null) workspace.messages.revise(original, verdict.content, run);
  else {
    const place = { channel: ticket.channel, author: workspace.identity.botUserId, isFromApp: true };
    const seenBy = { threadTs: textOf(body, 'thread_ts'), ephemeralTo: isEphemeral ? ticket.user : null };
    workspace.messages.post({ ...verdict.content, ...place, ...seenBy }, run);
  }
  return null;
};
