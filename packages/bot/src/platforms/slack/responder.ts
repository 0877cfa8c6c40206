import { setTimeout as sleep } from 'node:timers/promises';
import type { Journal } from '../../chat/journal.ts';
import { platformName } from './names.ts';
import type { Shown } from './shown.ts';
import { readJson, textAt } from './untrusted.ts';
import { mostWaits, waitMsOf } from './wait-out.ts';

/** How something is said through a `response_url`. */
export type Response =
  | (Shown & { readonly response_type: 'ephemeral' | 'in_channel'; readonly thread_ts?: string })
  | (Shown & { readonly replace_original: true })
  | { readonly delete_original: true };

/** A `response_url`: good for five uses within half an hour, without a token, also where the bot is no member. */
export interface Responder {
  /** Null where Slack took it, else its word. **Throws** where Slack is not reached. */
  readonly say: (response: Response) => Promise<string | null>;
}

/** What responses are sent with. */
export interface ResponderOptions {
  readonly journal: Journal;
  /** **Unit** milliseconds */
  readonly timeoutMs: number;
}

const mostUses = 5;

/** Whether an address is Slack's: no other is ever posted to. A loopback API (`apiUrl`) has its own. */
export const isResponseUrl = (address: string, apiUrl: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  if (protocol === 'https:' && hostname === 'hooks.slack.com') return username === '';
  const api = new URL(apiUrl);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(api.hostname) && hostname === api.hostname && protocol === api.protocol;
};

/** Answers through a `response_url`, and never tries a sixth time. */
export const openResponder = (address: string, { journal, timeoutMs }: ResponderOptions): Responder => {
  let uses = 0;
  const post = (body: object): Promise<globalThis.Response> =>
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  return {
    say: async (response) => {
      // said of every message, or a button's message would be replaced
      const body =
        'blocks' in response ? { replace_original: false, unfurl_links: false, unfurl_media: false, ...response } : response;
      if (uses >= mostUses) return 'used_url';
      uses += 1;
      for (let waits = 0; ; waits += 1) {
        const answer = await post(body);
        if (answer.status !== 429) return errorOf(answer.status, await answer.text());
        journal.rateLimited(platformName);
        await answer.body?.cancel();
        const waitMs = waits < mostWaits ? waitMsOf(answer.headers.get('retry-after')) : null;
        if (waitMs === null) return 'ratelimited';
        await sleep(waitMs);
      }
    },
  };
};

/** Slack says 404 of an address that is used up, and of blocks that it does not take: only the body tells. */
const errorOf = (status: number, text: string): string | null => {
  const error = textAt(readJson(text), 'error');
  if (error !== null) return error;
  if (status >= 200 && status < 300) return null;
  return text.includes('invalid_blocks') ? 'invalid_blocks' : `status ${status}`;
};
