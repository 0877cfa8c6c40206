import type { ThemeName } from '@vanish/plots';
import type { Card } from './card.ts';

/** A question as a platform brings it. */
export interface Asking {
  /** Which platform, and which of its events: the same event is answered once, however often it is delivered. */
  readonly platform: string;
  readonly event: string;
  /** The platform's id of whoever asks. */
  readonly asker: string;
  /** The question as typed. */
  readonly text: string;
}

/** Something to say instead of an answer, to the asker alone. */
export interface Notice {
  readonly kind: 'words' | 'mistake' | 'refused' | 'cancelled' | 'failed';
  /** Plain text; of words, laid out in columns. */
  readonly text: string;
  /** Questions to ask instead. */
  readonly tries: readonly string[];
}

/** Where an answer is awaited: one message, which grows into the answer. None of these fails the question when a platform does. */
export interface Conversation {
  /** What pictures are drawn on. */
  readonly theme: ThemeName;
  /** What is being done: `queued, 2 before you`, `training 16 networks, 40 %`. Called often; the platform says it as often as it may. */
  readonly tell: (line: string) => void;
  readonly answer: (card: Card) => Promise<void>;
  readonly refuse: (notice: Notice) => Promise<void>;
}

/** How a question ended; a duplicate is attended to elsewhere, and nothing was said of it here. */
export type Outcome = 'answered' | 'partial' | 'kept' | 'cancelled' | 'refused' | 'failed' | 'duplicate';

/** A question that was taken on. */
export interface Ticket {
  readonly id: string;
  /** Canonical text. */
  readonly query: string;
  /** Waits in line, measures, answers. Never rejects. */
  readonly attend: (conversation: Conversation) => Promise<Outcome>;
  /** Gives it back where it cannot be attended to: the platform took no acknowledgement any more. */
  readonly drop: () => void;
}

/** What becomes of a question, known at once and without waiting for anything. */
export type Reception =
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'ticket'; readonly ticket: Ticket };
