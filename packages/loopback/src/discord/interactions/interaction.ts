import type { APIInteraction, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Fields } from '../json.ts';
import type { Place } from '../people/place.ts';
import type { Breach } from '../rules/breach.ts';

/** The first response to an interaction. */
export interface Acknowledgement {
  readonly type: InteractionResponseType;
  /** **Unit** milliseconds since the interaction was made, by the server's clock. */
  readonly atMs: number;
  /** Whether the answer is private, which is decided here and stays. */
  readonly isEphemeral: boolean;
}

/** A choice that an autocompletion offered. */
export interface OfferedChoice {
  readonly name: string;
  readonly value: string | number;
}

/** What the server knows of an interaction. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  /** The name of a command, null for anything else. */
  readonly name: string | null;
  readonly createdMs: number;
  readonly place: Place;
  readonly owners: Readonly<Record<string, string>>;
  /** The message whose component was used. */
  readonly sourceMessageId: string | null;
  readonly payload: APIInteraction;
  readonly violations: Breach[];
  acknowledgement: Acknowledgement | null;
  /** The message that `@original` names. */
  originalId: string | null;
  readonly followUpIds: string[];
  choices: readonly OfferedChoice[] | null;
  modal: Fields | null;
}

/** How long a first response may take. **Unit** milliseconds. */
export const firstResponseMs = 3000;

/** How long an interaction's token lives. **Unit** milliseconds. */
export const tokenLifeMs: number = 15 * 60_000;
