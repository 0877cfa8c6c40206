import type { Conversation } from './conversation.ts';
import { openTeller, type Patience } from './teller.ts';

/** What a platform says in the one message of a question. */
export interface Voice extends Pick<Conversation, 'theme' | 'answer' | 'refuse'> {
  /** How often progress may be told. */
  readonly patience: Patience;
  readonly progress: (line: string) => Promise<void>;
}

/** A conversation: progress as often as the platform bears, then the answer, before which the last progress has arrived. */
export const openConversation = ({ theme, patience, progress, answer, refuse }: Voice): Conversation => {
  const teller = openTeller(progress, patience);
  return {
    theme,
    tell: teller.tell,
    answer: async (card) => {
      await teller.stop();
      await answer(card);
    },
    refuse: async (notice) => {
      await teller.stop();
      await refuse(notice);
    },
  };
};
