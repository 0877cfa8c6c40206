import type { MessageType } from 'discord-api-types/v10';
import type { Interaction } from '../interactions/interaction.ts';
import type { Person } from '../people/person.ts';

/** A file as it was uploaded. */
export interface UploadedFile {
  /** The n of its part `files[n]`. */
  readonly index: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A file that a message holds. */
export interface StoredFile {
  readonly id: string;
  readonly filename: string;
  /** Alt text. */
  readonly description: string | null;
  readonly title: string | null;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly url: string;
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** What a message says at one time; embeds and components as they were sent. */
export interface MessageState {
  readonly content: string;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  readonly attachments: readonly StoredFile[];
  readonly flags: number;
  readonly allowedMentions: unknown;
  /** **Unit** milliseconds of the server's clock. */
  readonly atMs: number;
}

/** A message on the server, with all that it said before. */
export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly type: MessageType;
  /** A person, or null for the bot. */
  readonly author: Person | null;
  /** What the message answers, where it is a reply. */
  readonly referenceId: string | null;
  readonly interaction: Interaction | null;
  state: MessageState;
  readonly history: MessageState[];
  isDeleted: boolean;
}
