import { WorkEnded } from '../laboratory/laboratory.ts';

/** Somebody who waits for a turn. */
export interface Waiting {
  readonly asker: string;
  /** Leaves the line. */
  readonly signal: AbortSignal;
  /** Told how many come before, as soon as that changes. */
  readonly onPlace: (before: number) => void;
}

/** Ends a turn. */
export type Leave = () => void;

/** Questions in the order in which they came: so many at once, and of each asker one. */
export interface WaitingLine {
  readonly waiting: number;
  readonly running: number;
  /** Resolves when it is one's turn. **Throws** WorkEnded where the signal comes first. */
  readonly join: (who: Waiting) => Promise<Leave>;
}

interface Place extends Waiting {
  readonly begin: (leave: Leave) => void;
}

/** A line for `slots` questions at once. */
export const openWaitingLine = (slots: number): WaitingLine => {
  const line: Place[] = [];
  const running = new Map<Place, string>();
  const runs = (asker: string): boolean => [...running.values()].includes(asker);
  const advance = (): void => {
    while (running.size < slots) {
      const index = line.findIndex(({ asker }) => !runs(asker));
      const [next] = index < 0 ? [] : line.splice(index, 1);
      if (next === undefined) break;
      running.set(next, next.asker);
      next.begin(() => {
        if (running.delete(next)) advance();
      });
    }
    for (const [index, { onPlace }] of line.entries()) onPlace(index);
  };
  return {
    get waiting(): number {
      return line.length;
    },
    get running(): number {
      return running.size;
    },
    join: (who) =>
      new Promise<Leave>((resolve, reject) => {
        const give = (): void => {
          const index = line.indexOf(place);
          if (index < 0) return;
          line.splice(index, 1);
          reject(new WorkEnded('the question was taken back'));
          advance();
        };
        const place: Place = {
          ...who,
          begin: (leave) => {
            who.signal.removeEventListener('abort', give);
            resolve(leave);
          },
        };
        if (who.signal.aborted) return reject(new WorkEnded('the question was taken back'));
        who.signal.addEventListener('abort', give, { once: true });
        line.push(place);
        advance();
      }),
  };
};
