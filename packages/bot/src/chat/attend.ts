import type { MeasuredQuestion } from '@vanish/core/query';
import type { ThemeName } from '@vanish/plots';
import { LRUCache } from 'lru-cache';
import { type AnswerStore, isWhole } from '../answers/answer-store.ts';
import { counted } from '../counted.ts';
import { WorkEnded } from '../laboratory/laboratory.ts';
import type { Drawn, Studio } from '../laboratory/studio.ts';
import { cardOf, type Known } from './card.ts';
import type { Conversation, Notice, Outcome, Ticket } from './conversation.ts';
import type { WaitingLine } from './waiting-line.ts';

/** A question that was taken on. */
export interface Taken {
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
  readonly line: WaitingLine;
  readonly pictures: Pictures;
}

/** Pictures of answers, by question and theme. */
type Pictures = LRUCache<string, Drawn>;

/** Pictures of about a hundred kilobytes each. */
const mostPictures = 128;

export const openPictures = (): Pictures => new LRUCache({ max: mostPictures });

/** After its budget a question answers with what it knows; one that still works on so much later hangs, and is ended. **Unit** milliseconds. */
const graceMs = 20_000;

/** Finds the answer among those that are kept, or waits in line and has it measured; tells, draws and hands it over. */
export const attendTo =
  (taken: Taken, means: Means): Ticket['attend'] =>
  async (conversation) => {
    try {
      const known = (await findKept(taken, conversation.theme, means)) ?? (await measure(taken, conversation, means));
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
  const onPlace = (before: number): void =>
    tell(before === 0 ? 'queued, next in line' : `queued, ${counted(before, 'question')} before yours`);
  const leave = await means.line.join({ asker, signal, onPlace });
  try {
    const deadline = AbortSignal.timeout(means.budgetMs + graceMs);
    const watcher = { signal: AbortSignal.any([signal, deadline]), onProgress: tell, budgetMs: means.budgetMs };
    const { answer, picture } = await means.studio.answer(question, theme, watcher).catch((error: unknown) => {
      throw deadline.aborted && !signal.aborted ? new TooLong(means.budgetMs / 1000) : error;
    });
    if (isWhole(answer)) await means.answers.put(query, { answer, since: new Date() });
    if (picture !== null) means.pictures.set(`${query}\n${theme}`, picture);
    return { answer, picture, keptSince: null };
  } finally {
    leave();
  }
};

/** A question that did not end when its time was up. */
class TooLong extends Error {
  override readonly name = 'TooLong';

  constructor(seconds: number) {
    super(
      `This took much longer than the ${seconds} seconds that a question has, and was ended. Ask for fewer or smaller networks.`,
    );
  }
}

const refuse = async (error: unknown, { query }: Taken, conversation: Conversation, { onError }: Means): Promise<Outcome> => {
  const isCancelled = error instanceof WorkEnded;
  if (!isCancelled) onError(error, query);
  const notice: Notice = isCancelled
    ? { kind: 'cancelled', text: 'Cancelled.', tries: [query] }
    : { kind: 'failed', text: sentenceOf(error), tries: [query] };
  await conversation.refuse(notice).catch((problem: unknown) => onError(problem, query));
  return isCancelled ? 'cancelled' : 'failed';
};

/** Only sentences that were written for people are shown. */
const sentenceOf = (error: unknown): string =>
  error instanceof Error && ['EngineError', 'TooLong'].includes(error.name)
    ? error.message
    : 'Something went wrong inside the laboratory. It has been noted; asking again may help.';
