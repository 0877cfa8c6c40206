import { retryHeaders } from '../delivery/http-transport.ts';
import type { Retry } from '../delivery/outgoing.ts';
import { type PostAnswer, post } from '../delivery/post.ts';
import { signatureOf } from '../delivery/signature.ts';
import { commandPayload } from '../payloads.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { personOf, placeOf } from './stage.ts';

/** A request as Slack, or somebody who claims to be Slack, sends it. */
export interface Request {
  /** Old and future ones are signed with the right secret, six minutes off. */
  readonly signature?: 'good' | 'wrong' | 'missing' | 'old' | 'future';
  /** A form; without it a `/vanish help`. */
  readonly body?: string;
  /** The body is padded to that many bytes. */
  readonly bytes?: number;
  /** The request by which Slack tries a certificate. */
  readonly isSslCheck?: boolean;
  readonly contentType?: string;
  readonly retry?: Retry;
}

const skewSeconds = 360;

/** Sends one request outside all rules of delivery, and tells how it was answered. */
export const sendRequest = (workspace: Workspace, url: URL, request: Request): Promise<PostAnswer> => {
  const { signature = 'good', contentType = 'application/x-www-form-urlencoded', retry } = request;
  const body = bodyOf(workspace, request);
  return post(url, { 'content-type': contentType, ...retryHeaders(retry), ...headersOf(workspace, body, signature) }, body);
};

const bodyOf = (workspace: Workspace, { body, bytes = 0, isSslCheck = false }: Request): string => {
  const { clock, identifiers, origin } = workspace;
  const usual = {
    ...commandPayload(workspace, {
      user: personOf(workspace, undefined),
      channel: placeOf(workspace, undefined),
      command: '/vanish',
      text: 'help',
    }),
    trigger_id: identifiers.next('T'),
    response_url: `${origin()}/respond/${identifiers.next('R')}`,
    sent: String(clock.now()),
  };
  const fields = isSslCheck ? { ssl_check: '1', token: 'deprecated-verification-token' } : usual;
  const form = body ?? new URLSearchParams(fields as Record<string, string>).toString();
  return form.length >= bytes ? form : `${form}&padding=${'x'.repeat(Math.max(0, bytes - form.length - '&padding='.length))}`;
};

const headersOf = (
  { identity, clock }: Workspace,
  body: string,
  signature: NonNullable<Request['signature']>,
): Readonly<Record<string, string>> => {
  if (signature === 'missing') return {};
  const skew = { good: 0, wrong: 0, old: -skewSeconds, future: skewSeconds }[signature];
  const timestamp = Math.floor(clock.now() / 1000) + skew;
  const secret = signature === 'wrong' ? `not ${identity.signingSecret}` : identity.signingSecret;
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': signatureOf(secret, timestamp, body) };
};
