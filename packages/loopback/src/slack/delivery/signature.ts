import { createHmac } from 'node:crypto';

/** Slack's signature of a request: v0, HMAC-SHA256 over its time and its body. **Unit** seconds since 1970. */
export const signatureOf = (secret: string, timestamp: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
