import { parseJson } from '../body.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Delivery } from './delivery.ts';
import type { Outgoing, Retry, Transport } from './outgoing.ts';
import { type PostAnswer, post } from './post.ts';
import { signatureOf } from './signature.ts';

/** The way over signed HTTP requests to an address on this computer. **Throws** for any other host. */
export const openHttpTransport = (workspace: Workspace, address: string): Transport & { readonly url: URL } => {
  const url = new URL(address);
  if (url.hostname !== '127.0.0.1')
    throw new Error(`${address} is not on 127.0.0.1, which is all that a loopback Slack posts to`);
  return {
    url,
    send: (outgoing, delivery) => {
      const giveUp = new AbortController();
      const { body, contentType } = bodyOf(outgoing);
      const headers = { ...signedHeaders(workspace, body), 'content-type': contentType, ...retryHeaders(outgoing.retry) };
      delivery.wasSent = true;
      delivery.whenEnded(() => giveUp.abort());
      post(url, headers, body, AbortSignal.any([giveUp.signal, workspace.closed])).then(
        (answer) => hear(answer, delivery),
        (error: NodeJS.ErrnoException) => {
          if (workspace.closed.aborted) return;
          delivery.wasSent = error.code !== 'ECONNREFUSED';
          delivery.fail('connection_failed', error.message);
        },
      );
    },
  };
};

/** The headers that prove a request to be Slack's. */
const signedHeaders = ({ identity, clock }: Workspace, body: string): Readonly<Record<string, string>> => {
  const timestamp = Math.floor(clock.now() / 1000);
  return {
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signatureOf(identity.signingSecret, timestamp, body),
  };
};

/** The headers that say that a request came before. */
export const retryHeaders = (retry: Retry | undefined): Readonly<Record<string, string>> =>
  retry === undefined ? {} : { 'x-slack-retry-num': String(retry.retryNum), 'x-slack-retry-reason': retry.reason };

/** Commands and interactions are forms, events are JSON. */
const bodyOf = ({ kind, payload }: Outgoing): { readonly body: string; readonly contentType: string } => {
  if (kind === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const fields =
    kind === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return { body: new URLSearchParams(fields).toString(), contentType: 'application/x-www-form-urlencoded' };
};

const hear = ({ status, headers, body }: PostAnswer, delivery: Delivery): void => {
  const mayRetry = headers['x-slack-no-retry'] !== '1';
  if (status !== 200) delivery.fail('http_error', `answered ${status}`, mayRetry);
  else delivery.acknowledge(body === '' ? undefined : (parseJson(body) ?? body));
};
