import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** What Discord sends with every request. */
export interface Signed {
  /** Hexadecimal. */
  readonly signature: string;
  /** **Unit** seconds since 1970. */
  readonly timestamp: string;
  readonly body: Buffer;
}

/** Discord asks for no freshness; a recorded request shall not work for ever. **Unit** seconds */
const freshSeconds = 300;

/** How an ed25519 key of 32 bytes is written in the form that Node reads. **Source** RFC 8410, section 4. */
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** The application's public key, of 64 hexadecimal digits. **Throws** where it is none. */
export const readPublicKey = (hexadecimal: string): KeyObject =>
  createPublicKey({ key: Buffer.concat([keyPrefix, Buffer.from(hexadecimal, 'hex')]), format: 'der', type: 'spki' });

/** Whether Discord itself sent this, within the last five minutes; `now` in milliseconds since 1970. */
export const isGenuine = (key: KeyObject, { signature, timestamp, body }: Signed, now: number): boolean => {
  if (!/^[\da-f]{128}$/iu.test(signature) || !/^\d{1,12}$/u.test(timestamp)) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > freshSeconds) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
};
