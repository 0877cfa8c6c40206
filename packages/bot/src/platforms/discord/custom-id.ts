/** What a button does, as its id says it. Ids reach us from people's clients, and are read like anything that people type. */
export type Pressed =
  | { readonly kind: 'ask'; readonly offer: string; readonly query: string }
  | { readonly kind: 'change' }
  | { readonly kind: 'delete'; readonly asker: string }
  | { readonly kind: 'cancel'; readonly ticket: string };

/** Grows when old ids would be misread: buttons outlive the process that sent them. */
const version = 'v1';

/** **Unit** characters */
const longestId = 100;

/** Longer questions are read from the message below which the button stands. */
export const writeId = (pressed: Pressed): string => {
  const id = write(pressed);
  return id.length <= longestId ? id : write({ ...pressed, query: '' } as Pressed);
};

const write = (pressed: Pressed): string => {
  switch (pressed.kind) {
    case 'ask':
      return `${version}:ask:${pressed.offer}:${pressed.query}`;
    case 'change':
      return `${version}:change`;
    case 'delete':
      return `${version}:delete:${pressed.asker}`;
    case 'cancel':
      return `${version}:cancel:${pressed.ticket}`;
    default:
      return pressed satisfies never;
  }
};

/** Reads an id; null for one that we never wrote. */
export const readId = (id: string): Pressed | null => {
  if (id === `${version}:change`) return { kind: 'change' };
  const [, kind, rest = ''] = /^v1:(ask|delete|cancel):(.*)$/su.exec(id) ?? [];
  if (kind === 'delete') return { kind, asker: rest };
  if (kind === 'cancel') return { kind, ticket: rest };
  const [, offer, query = ''] = /^([a-z-]{1,20}):(.*)$/su.exec(rest) ?? [];
  return kind === 'ask' && offer !== undefined ? { kind, offer, query } : null;
};
