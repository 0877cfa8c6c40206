import { counted } from '../counted.ts';
import { openRate } from './rate.ts';
import type { Tickets } from './tickets.ts';

/** Within which limits questions are taken on. */
export interface Limits {
  /** Questions that are worked on at once, and that wait at most. */
  readonly slots: number;
  readonly mostWaiting: number;
  /** Questions of one asker per minute, and at once. */
  readonly mostPerMinute: number;
  readonly mostAtOnce: number;
  /** Whether new questions are refused: the bot stays, and says why. */
  readonly isPaused: boolean;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** Says to an asker why a question is not taken on, and when to try again; null where it is, and counts. */
export const openLimits = (limits: Limits, tickets: Pick<Tickets, 'count' | 'countOf'>): ((asker: string) => string | null) => {
  const rate = openRate(limits.mostPerMinute, limits.now);
  return (asker) => {
    const { isPaused, mostAtOnce, mostPerMinute } = limits;
    if (isPaused) return 'The bot takes no questions at the moment: its owner has paused it.';
    if (tickets.countOf(asker) >= mostAtOnce) {
      return `You have ${counted(mostAtOnce, 'question')} under way. Wait for an answer, or cancel one.`;
    }
    const waiting = tickets.count - limits.slots;
    if (waiting >= limits.mostWaiting) {
      return `${counted(waiting, 'question')} ${waiting === 1 ? 'waits' : 'wait'} already. Try again in a minute.`;
    }
    const waitMs = rate.take(asker);
    if (waitMs === 0) return null;
    return `That is more than ${counted(mostPerMinute, 'question')} a minute. Try again in ${counted(Math.ceil(waitMs / 1000), 'second')}.`;
  };
};
