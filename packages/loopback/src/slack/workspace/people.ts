import type { Identifiers } from './identifiers.ts';

/** A member of the workspace. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
}

/** A conversation; direct ones belong to one person and the app. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct';
  /** Whether the app was invited. Commands work in all channels, messages of the app only where it is a member. */
  readonly hasApp: boolean;
  /** The person of a direct conversation, else null. */
  readonly person: string | null;
}

/** Channels and people; who is asked for and unknown is null. */
export interface People {
  readonly persons: readonly Person[];
  readonly channels: () => readonly Channel[];
  readonly person: (id: string) => Person | null;
  readonly channel: (id: string) => Channel | null;
  /** The direct conversation of the app and a person, opened where there is none yet. */
  readonly direct: (user: string) => Channel;
}

/** Who is there when the workspace opens. */
export const openPeople = (
  { next }: Identifiers,
  names: readonly { readonly name: string; readonly locale?: string }[],
  rooms: readonly { readonly name: string; readonly kind?: 'public' | 'private'; readonly hasApp?: boolean }[],
): People => {
  const persons = names.map(({ name, locale = 'en-US' }) => ({ id: next('U'), name, locale }));
  const channels: Channel[] = rooms.map(({ name, kind = 'public', hasApp = true }) => ({
    id: next('C'),
    name,
    kind,
    hasApp,
    person: null,
  }));
  return {
    persons,
    channels: () => channels,
    person: (id) => persons.find((person) => person.id === id) ?? null,
    channel: (id) => channels.find((channel) => channel.id === id) ?? null,
    direct: (user) => {
      const known = channels.find(({ person }) => person === user);
      if (known !== undefined) return known;
      const opened: Channel = { id: next('D'), name: 'directmessage', kind: 'direct', hasApp: true, person: user };
      channels.push(opened);
      return opened;
    },
  };
};
