import { at, readJson, textAt } from './untrusted.ts';

/** What a button does. Ids and values reach us from people's clients, and are read like anything that people type. */
export type Pressed =
  /** Without `query`, which was too long: what the offer of that name asks of the question in the message. */
  | { readonly kind: 'ask'; readonly offer: string; readonly query: string | null; readonly isPrivate: boolean }
  | { readonly kind: 'change'; readonly query: string | null; readonly isPrivate: boolean }
  /** With the uploaded picture, which goes with its answer; null where there is none. */
  | { readonly kind: 'delete'; readonly asker: string; readonly file: string | null }
  | { readonly kind: 'cancel'; readonly ticket: string };

/** An act as a button carries it. */
export interface Written {
  readonly action_id: string;
  readonly value: string;
}

/** Grows when old values would be misread: buttons outlive the process that sent them. */
const version = 1;

/** **Unit** characters */
const longestValue = 2000;

/** A button's id and value. */
export const writePressed = (pressed: Pressed): Written => {
  const { kind, ...rest } = pressed;
  const id = pressed.kind === 'ask' ? `ask:${pressed.offer}` : kind;
  const value = JSON.stringify({ v: version, ...rest });
  return { action_id: id, value: value.length <= longestValue ? value : JSON.stringify({ v: version, ...rest, query: null }) };
};

/** Reads a button; null for one that we never wrote. */
export const readPressed = (id: string, value: string): Pressed | null => {
  const carried = value.length <= longestValue ? readJson(value) : null;
  if (at(carried, 'v') !== version) return null;
  const about = { query: textAt(carried, 'query'), isPrivate: at(carried, 'isPrivate') === true };
  const [, offer] = /^ask:([a-z0-9-]{1,20})$/u.exec(id) ?? [];
  if (offer !== undefined) return { kind: 'ask', offer, ...about };
  if (id === 'change') return { kind: 'change', ...about };
  const [asker, ticket] = [textAt(carried, 'asker'), textAt(carried, 'ticket')];
  if (id === 'delete' && asker !== null) return { kind: 'delete', asker, file: fileAt(carried) };
  return id === 'cancel' && ticket !== null ? { kind: 'cancel', ticket } : null;
};

const fileAt = (carried: unknown): string | null => {
  const file = textAt(carried, 'file');
  return file !== null && /^F[A-Z0-9]{2,30}$/u.test(file) ? file : null;
};
