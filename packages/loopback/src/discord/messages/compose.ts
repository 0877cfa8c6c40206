import { MessageFlags } from 'discord-api-types/v10';
import { type Fields, isAbsent, listOf, numberOf, textOf } from '../json.ts';
import { type Breach, breachIf } from '../rules/breach.ts';
import { mentionBreaches } from '../rules/mention-rules.ts';
import { messageBreaches, oversights } from '../rules/message-rules.ts';
import type { World } from '../world.ts';
import { fileBreaches, storeFiles } from './store-files.ts';
import type { MessageState, UploadedFile } from './stored-message.ts';

/** What a request wants a message to say. */
export interface Composition {
  readonly body: Fields;
  readonly files: readonly UploadedFile[];
  readonly channelId: string;
  /** What the message says now; null for a new one. */
  readonly previous: MessageState | null;
}

/** What a message says after a request, which rules that breaks, and what the client overlooked. */
export interface Composed {
  readonly state: MessageState;
  readonly breaches: readonly Breach[];
  readonly oversights: readonly Breach[];
}

const { IsComponentsV2, Ephemeral, Loading } = MessageFlags;

/** The flags that a request may set: of a new message, and of one that stands. */
const settable = {
  create: MessageFlags.SuppressEmbeds | Ephemeral | MessageFlags.SuppressNotifications | IsComponentsV2,
  edit: MessageFlags.SuppressEmbeds | IsComponentsV2,
} as const;

/** Puts a message together from what it said and what a request changes: a field that is left out stays as it is. */
export const compose = (world: World, { body, files, channelId, previous }: Composition): Composed => {
  const attachments = storeFiles(world, channelId, body['attachments'], files, previous?.attachments ?? []);
  const state: MessageState = {
    content: body['content'] === undefined ? (previous?.content ?? '') : textOf(body['content']),
    embeds: body['embeds'] === undefined ? (previous?.embeds ?? []) : listOf(body['embeds']),
    components: body['components'] === undefined ? (previous?.components ?? []) : listOf(body['components']),
    attachments,
    flags: flagsOf(body, previous),
    allowedMentions: body['allowed_mentions'],
    atMs: world.now(),
  };
  return {
    state,
    breaches: [
      ...fileBreaches(body['attachments'], files, previous?.attachments ?? []),
      ...flagBreaches(body, previous),
      ...mentionBreaches(body['allowed_mentions']),
      ...messageBreaches(state),
    ],
    oversights: oversights(state),
  };
};

const flagsOf = (body: Fields, previous: MessageState | null): number => {
  const asked = numberOf(body['flags']);
  if (previous === null) return asked & settable.create;
  const kept = previous.flags & ~Loading;
  return isAbsent(body['flags']) ? kept : (kept & ~MessageFlags.SuppressEmbeds) | (asked & settable.edit);
};

/** A message stays as private as it began, and stays with Components V2 once it has them. */
const flagBreaches = (body: Fields, previous: MessageState | null): readonly Breach[] => {
  if (previous === null || isAbsent(body['flags'])) return [];
  const asked = numberOf(body['flags']);
  const had = (flag: number): boolean => (previous.flags & flag) !== 0;
  return [
    ...breachIf((asked & Ephemeral) !== 0 && !had(Ephemeral), 'ephemeral-late', 'a public message cannot become ephemeral'),
    ...breachIf(
      (asked & IsComponentsV2) === 0 && had(IsComponentsV2),
      'components-v2-removed',
      'the flag of Components V2 cannot be removed',
    ),
  ];
};
