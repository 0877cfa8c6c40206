import type { Conversation } from '../../chat/conversation.ts';
import { openConversation } from '../../chat/open-conversation.ts';
import type { Patience } from '../../chat/teller.ts';
import { showCard, showNotice, showProgress } from './components.ts';
import type { Replies } from './replies.ts';

/** Discord limits how often a message is edited, and does not say how often: three seconds are polite. */
const patience: Patience = { firstMs: 1500, everyMs: 3000, most: 250 };

/** Who is answered, and what about. */
export interface Addressee {
  readonly asker: string;
  readonly ticket: string;
  readonly query: string;
  /** Whether nobody else sees the message anyway. */
  readonly isPrivate: boolean;
}

/** A conversation in one message: progress, then the answer. What went wrong is told to the asker alone. */
export const converse = (replies: Replies, { asker, ticket, query, isPrivate }: Addressee): Conversation =>
  openConversation({
    theme: 'dark',
    patience,
    progress: (line) => replies.edit(showProgress(query, line, ticket)),
    answer: (card) => replies.edit(showCard(card, asker), card.picture),
    refuse: async (notice) => {
      if (isPrivate) return replies.edit(showNotice(notice));
      await replies.remove();
      await replies.whisper(showNotice(notice));
    },
  });
