/** How often a message may be changed. */
export interface Patience {
  /** Before the first change: who is answered sooner sees no progress. **Unit** milliseconds. */
  readonly firstMs: number;
  /** Between one change and the next. **Unit** milliseconds. */
  readonly everyMs: number;
  /** Changes at most. */
  readonly most: number;
}

/** Tells what is being done, as often as a platform bears. */
export interface Teller {
  readonly tell: (line: string) => void;
  /** Tells nothing more, and waits for what is on its way. */
  readonly stop: () => Promise<void>;
}

/** Sends the newest line whenever it may, and no line twice. A line that cannot be sent is not sent again: the next one will be. */
export const openTeller = (send: (line: string) => Promise<void>, { firstMs, everyMs, most }: Patience): Teller => {
  let [wanted, said, count, isStopped] = ['', '', 0, false];
  let timer: NodeJS.Timeout | null = null;
  let sending: Promise<void> = Promise.resolve();
  const schedule = (delayMs: number): void => {
    if (timer !== null || isStopped || count >= most) return;
    timer = setTimeout(() => {
      timer = null;
      if (isStopped || wanted === said) return;
      said = wanted;
      count += 1;
      sending = send(said)
        .catch(() => {})
        .then(() => {
          if (wanted !== said) schedule(everyMs);
        });
    }, delayMs);
  };
  return {
    tell: (line) => {
      wanted = line;
      if (wanted !== said) schedule(count === 0 ? firstMs : everyMs);
    },
    stop: () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      return sending;
    },
  };
};
