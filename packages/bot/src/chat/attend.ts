import type { MeasuredQuestion } from '@vanish/core/query';
import type { ThemeName } from '@vanish/plots';
import { LRUCache } from 'lru-cache';
import { type AnswerStore, isWhole } from '../answers/answer-store.ts';
import { WorkEnded } from '../laboratory/laboratory.ts';
import type { Drawn, Studio } from '../laboratory/studio.ts';
import { graceMs, TooLong } from '../laboratory/too-long.ts';
import { placeInWords } from '../place-in-words.ts';
import { cardOf, type Known } from './card.ts';
import type { Conversation, Notice, Outcome, Ticket } from './conversation.ts';
import type { WaitingLine } from './waiting-line.ts';

/** A question that was taken on. */
export interface Taken {
  /** The platform's event that brought it. */
  readonly event: string;
  readonly query: string;
  readonly question: MeasuredQuestion;
  readonly asker: string;
  /** Aborted when the answer is no longer wanted. */
  readonly signal: AbortSignal;
}

/** What is needed to answer. */
export interface Means {
  readonly studio: Studio;
  readonly answers: AnswerStore;
  /** After which a question is answered with what is known. **Unit** milliseconds. */
  readonly budgetMs: number;
  /** Told what should not have happened, and of which question. */
  readonly onError: (error: unknown, query: string) => void;
  /** How long the studio may let a question wait in a line of its own, on top of its budget. **Unit** milliseconds. */
  readonly mostWaitMs?: number;
  /** Where several processes share the work: whether this event is this one's to attend to. */
  readonly claim?: (event: string) => Promise<boolean>;
  /** What all processes together refuse, with a sentence for the asker; null where they do not. */
  readonly admit?: (asker: string) => Promise<string | null>;
  readonly line: WaitingLine;
  readonly pictures: Pictures;
  /** Told how long a question waited before somebody began to measure. **Unit** milliseconds. */
  readonly onWaited?: (milliseconds: number) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
  /** Resolves when it is this question's turn to be put into words. */
  readonly turn: () => Promise<void>;
}

/** Pictures of answers, by question and theme. */
type Pictures = LRUCache<string, Drawn>;

/** Pictures of about a hundred kilobytes each. */
const mostPictures = 128;

export const openPictures = (): Pictures => new LRUCache({ max: mostPictures });

/** Finds the answer among those that are kept, or waits in line and has it measured; tells, draws and hands it over. */
export const attendTo =
  (taken: Taken, means: Means): Ticket['attend'] =>
  async (conversation) => {
    try {
      if (!((await means.claim?.(taken.event)) ?? true)) return 'duplicate';
      const refusal = (await means.admit?.(taken.asker)) ?? null;
      if (refusal !== null) {
        await conversation.refuse({ kind: 'refused', text: refusal, tries: [taken.query] });
        return 'refused';
      }
      const known = (await findKept(taken, conversation.theme, means)) ?? (await measure(taken, conversation, means));
      await means.turn();
      await conversation.answer(cardOf(taken.query, known));
      if (known.keptSince !== null) return 'kept';
      return isWhole(known.answer) ? 'answered' : 'partial';
    } catch (error) {
      return refuse(error, taken, conversation, means);
    }
  };

const findKept = async ({ query, signal }: Taken, theme: ThemeName, means: Means): Promise<Known | null> => {
  const kept = await means.answers.get(query);
  if (kept === null) return null;
  const key = `${query}\n${theme}`;
  const picture = means.pictures.get(key) ?? (await means.studio.draw(kept.answer, theme, signal).catch(() => null));
  if (picture !== null) means.pictures.set(key, picture);
  return { answer: kept.answer, picture, keptSince: kept.since };
};

const measure = async (
  { query, question, asker, signal }: Taken,
  { theme, tell }: Conversation,
  means: Means,
): Promise<Known> => {
  const came = means.now();
  const onPlace = (before: number): void => tell(placeInWords(before));
  const leave = await means.line.join({ asker, signal, onPlace });
  try {
    const deadline = AbortSignal.timeout((means.mostWaitMs ?? 0) + means.budgetMs + graceMs);
    const onBegun = (): void => means.onWaited?.(means.now() - came);
    const watcher = { signal: AbortSignal.any([signal, deadline]), onProgress: tell, onBegun, budgetMs: means.budgetMs };
    const { answer, picture } = await means.studio.answer(question, theme, watcher).catch((error: unknown) => {
      throw deadline.aborted && !signal.aborted ? new TooLong(means.budgetMs) : error;
    });
    if (isWhole(answer)) await means.answers.put(query, { answer, since: new Date() });
    if (picture !== null) means.pictures.set(`${query}\n${theme}`, picture);
    return { answer, picture, keptSince: null };
  } finally {
    leave();
  }
};

/** Why questions are ended that nobody has cancelled. */
export const closing: unique symbol = Symbol('the bot closes');

const refuse = async (
  error: unknown,
  { query, signal }: Taken,
  conversation: Conversation,
  { onError }: Means,
): Promise<Outcome> => {
  const isCancelled = error instanceof WorkEnded || signal.aborted;
  if (!isCancelled) onError(error, query);
  const ended =
    signal.reason === closing ? 'The bot was restarted before this was answered. Ask again in a minute.' : 'Cancelled.';
  const notice: Notice = isCancelled
    ? { kind: 'cancelled', text: ended, tries: [query] }
    : { kind: 'failed', text: sentenceOf(error), tries: [query] };
  await conversation.refuse(notice).catch((problem: unknown) => onError(problem, query));
  return isCancelled ? 'cancelled' : 'failed';
};

/** Only sentences that were written for people are shown. */
const sentenceOf = (error: unknown): string =>
  error instanceof Error && ['EngineError', 'TooLong', 'QueueError', 'Undelivered'].includes(error.name)
    ? error.message
    : 'Something went wrong inside the laboratory. It has been noted; asking again may help.';
