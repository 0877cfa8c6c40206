import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** A message of Jupyter's protocol, of whatever kind. **Source** Messaging in Jupyter, version 5.3. */
export interface Message {
  readonly type: string;
  /** Id of the request that it belongs to; null where it belongs to none. */
  readonly parent: string | null;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A request in frames, and the id by which its answers name it. */
export interface Request {
  readonly id: string;
  readonly frames: readonly Buffer[];
}

const delimiter = Buffer.from('<IDS|MSG>');

/** Signs a request and takes it apart into the frames that are sent. */
export const writeRequest = (
  type: string,
  content: object,
  { key, session }: { readonly key: string; readonly session: string },
): Request => {
  const id = randomUUID();
  const header = { msg_id: id, msg_type: type, session, username: 'vanish', version: '5.3', date: new Date().toISOString() };
  const parts = [header, {}, {}, content].map((part) => Buffer.from(JSON.stringify(part)));
  return { id, frames: [delimiter, Buffer.from(sign(parts, key)), ...parts] };
};

/** Reads the frames of a message. **Throws** Error where they are none, or somebody else signed them. */
export const readMessage = (frames: readonly Buffer[], key: string): Message => {
  const start = frames.findIndex((frame) => frame.equals(delimiter));
  const [signature, ...parts] = start < 0 ? [] : frames.slice(start + 1, start + 6);
  if (signature === undefined || parts.length < 4) throw new Error('not a message of the Jupyter protocol');
  const expected = Buffer.from(sign(parts, key));
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
    throw new Error('a message has a wrong signature');
  const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString('utf8')) as Record<string, unknown>);
  return { type: String(header?.['msg_type']), parent: textOrNull(parent?.['msg_id']), content: content ?? {} };
};

const sign = (parts: readonly Buffer[], key: string): string => {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
