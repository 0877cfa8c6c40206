import type { Body } from './body.ts';

/** What one of the servers answers. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Plain words. */
export const inWords = (status: number, body: string): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
});

/** JSON. */
export const inJson = (status: number, body: Body, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

/** What stands in the place of Slack where it is in trouble. */
export const inTrouble = (status: number): HttpAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Server Error</title>',
});

/** Too many calls. */
export const tooMany = (retryAfterSeconds: number): HttpAnswer =>
  inJson(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(retryAfterSeconds) });
