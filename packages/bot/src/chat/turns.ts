import { setImmediate } from 'node:timers/promises';
import pLimit from 'p-limit';

/** A line of callers. */
export interface Turns {
  /** Resolves when it is the caller's turn. */
  readonly next: () => Promise<void>;
  readonly waiting: number;
}

/**
 * Lets one caller on in each turn of the event loop. Three hundred answers that are ready at once would otherwise be put into
 * words in a single turn, a millisecond or two each, and whoever asks meanwhile would not be heard until all of them are. As long as
 * somebody waits in the line `first`, nobody goes on in this one.
 */
export const openTurns = (first: Pick<Turns, 'waiting'> = { waiting: 0 }): Turns => {
  const line = pLimit(1);
  const oneTurn = async (): Promise<void> => {
    do await setImmediate();
    while (first.waiting > 0);
  };
  return {
    next: () => line(oneTurn),
    get waiting(): number {
      return line.activeCount + line.pendingCount;
    },
  };
};
