import { ComponentType } from 'discord-api-types/v10';
import { fieldsOf, isAbsent, listOf, textOf } from '../json.ts';
import { flatten, typeOf } from '../rules/components.ts';
import type { MessageState } from './stored-message.ts';

/** Whom a message notifies. */
export interface Ping {
  readonly messageId: string;
  readonly users: readonly string[];
  readonly roles: readonly string[];
  /** `@everyone` or `@here`. */
  readonly everyone: boolean;
}

/** Whom a text names, before anything is allowed. */
interface Named {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/**
 * Whom a message would notify: those whom its content or its text displays name outside of code, as far as `allowed_mentions` lets it.
 * Without `allowed_mentions` all are notified. Embeds notify nobody.
 */
export const pingsOf = (state: MessageState, repliedUserId: string | null): Named => {
  const named = namedIn(spokenText(state));
  const allowed = state.allowedMentions;
  const replied = repliedUserId === null ? [] : [repliedUserId];
  if (isAbsent(allowed)) return { ...named, users: unique([...named.users, ...replied]) };
  const { parse, users, roles, replied_user: pingsReplied } = fieldsOf(allowed);
  const parsed = listOf(parse);
  const of = (kind: string, names: readonly string[], listed: unknown): readonly string[] =>
    parsed.includes(kind) ? names : names.filter((id) => listOf(listed).includes(id));
  return {
    users: unique([...of('users', named.users, users), ...(pingsReplied === true ? replied : [])]),
    roles: of('roles', named.roles, roles),
    everyone: parsed.includes('everyone') && named.everyone,
  };
};

/** Whom a message names, notified or not. */
export const mentionsOf = (state: MessageState): Named => namedIn(spokenText(state));

const spokenText = ({ content, components }: MessageState): string =>
  [
    content,
    ...flatten(components)
      .filter((component) => typeOf(component) === ComponentType.TextDisplay)
      .map((component) => textOf(component['content'])),
  ].join('\n');

const namedIn = (text: string): Named => {
  const prose = text.replaceAll(/(`+)[\s\S]*?\1/gu, ' ');
  const idsOf = (pattern: RegExp): readonly string[] => unique([...prose.matchAll(pattern)].map(([, id = '']) => id));
  return { users: idsOf(/<@!?(\d{17,20})>/gu), roles: idsOf(/<@&(\d{17,20})>/gu), everyone: /@(?:everyone|here)/u.test(prose) };
};

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
