import type { Conversation, Reception, Ticket } from '../../chat/conversation.ts';
import { handle } from '../../chat/handle.ts';
import { openConversation } from '../../chat/open-conversation.ts';
import type { Means } from './means.ts';
import { platformName } from './names.ts';
import type { Place } from './place.ts';
import type { Asked, Replies } from './replies.ts';
import { repliesTo } from './replies-to.ts';
import type { Responder } from './responder.ts';
import { showNotice, showProgress, showSentence } from './shown.ts';
import { whisperTo } from './whisper.ts';

/** A question, from whom, and where. */
export interface Question {
  /** The same, however often Slack delivers it. */
  readonly event: string;
  readonly asker: string;
  readonly text: string;
  readonly isPrivate: boolean;
  readonly place: Place;
  /** Where the place's `response_url` is in use already. */
  readonly responder?: Responder | null;
}

/**
 * Tells Slack that the question has arrived; resolves with whether the acknowledgement itself said all that can be said at once.
 * **Throws** where Slack takes no acknowledgement any more.
 */
export type Acknowledge = (reception: Reception) => Promise<boolean>;

/** Where a private answer is to be found. */
export const pointer = 'The answer is for you alone: it comes to your direct messages with the bot.';

/** Answers a question, or says at once why not. */
export const answer = async (question: Question, acknowledge: Acknowledge, means: Means): Promise<void> => {
  const { event, asker, text } = question;
  const once = { isSaid: false };
  await handle(
    { platform: platformName, event, asker, text },
    {
      acknowledge: async (reception) => {
        once.isSaid = await acknowledge(reception);
        return true;
      },
      say: async (notice) => {
        if (once.isSaid) return;
        const asked = askedBy(question, means);
        await asked.whisper(showNotice(notice, asked.isPrivate));
      },
      converse: (ticket) => {
        const asked = askedBy(question, means);
        if (!once.isSaid && isElsewhere(asked)) asked.whisper(showSentence(pointer)).catch(noting(means, 'pointer'));
        return converse(repliesTo(asked, means), ticket, noting(means, 'progress'));
      },
    },
    means,
  );
};

/** An acknowledgement that says nothing. */
export const silently =
  (ack: () => Promise<void>): Acknowledge =>
  async () => {
    await ack();
    return false;
  };

/** Who asked where, with the voices that there are. */
const askedBy = ({ place, asker, isPrivate, responder: inUse }: Question, means: Means): Asked => {
  const responder = inUse ?? (place.responseUrl === null ? null : means.openResponder(place.responseUrl));
  return { place, asker, isPrivate, responder, whisper: whisperTo(place, asker, responder, means) };
};

/** Whether the answer appears in another conversation than the one in which somebody waits for it. */
const isElsewhere = ({ isPrivate, place: { channel } }: Asked): boolean =>
  isPrivate && channel !== null && !channel.startsWith('D');

const converse = (replies: Replies, { query, id }: Ticket, onError: (error: unknown) => void): Conversation =>
  openConversation({
    theme: 'light',
    patience: replies.patience,
    progress: (line) => replies.progress(showProgress(query, line, id)).catch(onError),
    answer: replies.answer,
    refuse: replies.refuse,
  });

const noting =
  ({ journal }: Means, where: string) =>
  (error: unknown): void =>
    journal.problem(platformName, where, error);
