import type { Logger } from '../operations/logger.ts';

/** **Unit** milliseconds. */
const sameMs = 30_000;

/** A Redis that is away says the same several times a second. */
export const onceIn = (log: Logger): ((sentence: string) => void) => {
  let [last, lastAt] = ['', 0];
  return (sentence) => {
    const now = performance.now();
    if (sentence === last && now - lastAt < sameMs) return;
    [last, lastAt] = [sentence, now];
    log.warn({ problem: sentence }, 'queue');
  };
};
