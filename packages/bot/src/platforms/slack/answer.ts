import type { Conversation, Reception } from '../../chat/conversation.ts';
import { openTeller } from '../../chat/teller.ts';
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

/** Takes a question on, or says at once why not. What is decided is decided before anything is waited for. */
export const answer = async (question: Question, acknowledge: Acknowledge, means: Means): Promise<void> => {
  const { desk, journal, now } = means;
  const began = now();
  const { event, asker, text } = question;
  journal.received(platformName);
  const reception = desk.receive({ platform: platformName, event, asker, text });
  const isSaid = await acknowledge(reception).catch((error: unknown) => {
    if (reception.kind === 'ticket') reception.ticket.drop();
    throw error;
  });
  journal.acknowledged(platformName, now() - began);
  if (reception.kind === 'duplicate') return journal.finished(platformName, 'duplicate', now() - began);
  const asked = askedBy(question, means);
  if (reception.kind === 'notice') {
    if (!isSaid) await asked.whisper(showNotice(reception.notice, asked.isPrivate));
    return journal.finished(platformName, reception.notice.kind, now() - began);
  }
  const { ticket } = reception;
  if (!isSaid && isElsewhere(asked)) asked.whisper(showSentence(pointer)).catch(noting(means, 'pointer'));
  const outcome = await ticket.attend(converse(repliesTo(asked, means), ticket.query, ticket.id, noting(means, 'progress')));
  journal.finished(platformName, outcome, now() - began);
};

/** Who asked where, with the voices that there are. */
const askedBy = ({ place, asker, isPrivate, responder: inUse }: Question, means: Means): Asked => {
  const responder = inUse ?? (place.responseUrl === null ? null : means.openResponder(place.responseUrl));
  return { place, asker, isPrivate, responder, whisper: whisperTo(place, asker, responder, means) };
};

/** Whether the answer appears in another conversation than the one in which somebody waits for it. */
const isElsewhere = ({ isPrivate, place: { channel } }: Asked): boolean =>
  isPrivate && channel !== null && !channel.startsWith('D');

/** A conversation: progress, then the answer. What went wrong is told to the asker alone. */
const converse = (replies: Replies, query: string, ticket: string, onError: (error: unknown) => void): Conversation => {
  const tell = (line: string): Promise<void> => replies.progress(showProgress(query, line, ticket)).catch(onError);
  const teller = openTeller(tell, replies.patience);
  return {
    theme: 'light',
    tell: teller.tell,
    answer: async (card) => {
      await teller.stop();
      await replies.answer(card);
    },
    refuse: async (notice) => {
      await teller.stop();
      await replies.refuse(notice);
    },
  };
};

const noting =
  ({ journal }: Means, where: string) =>
  (error: unknown): void =>
    journal.problem(platformName, where, error);
