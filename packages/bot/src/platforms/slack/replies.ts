import type { Card } from '../../chat/card.ts';
import type { Notice } from '../../chat/conversation.ts';
import type { Patience } from '../../chat/teller.ts';
import type { Place } from './place.ts';
import type { Responder } from './responder.ts';
import type { Shown } from './shown.ts';
import type { Whisper } from './whisper.ts';

/** Where progress, the answer, or what is said instead appear. Each call **throws** where Slack takes it in no form. */
export interface Replies {
  /** How often progress may be told there. */
  readonly patience: Patience;
  readonly progress: (shown: Shown) => Promise<void>;
  readonly answer: (card: Card) => Promise<void>;
  /** Instead of an answer, to the asker alone; progress that others see goes. */
  readonly refuse: (notice: Notice) => Promise<void>;
}

/** What all replies to one asking share. */
export interface Asked {
  readonly place: Place;
  readonly asker: string;
  readonly isPrivate: boolean;
  readonly responder: Responder | null;
  readonly whisper: Whisper;
}
