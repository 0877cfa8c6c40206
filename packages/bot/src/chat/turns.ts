import { setImmediate } from 'node:timers/promises';
import pLimit from 'p-limit';

/**
 * Resolves for one caller in each turn of the event loop. Three hundred answers that are ready at once would otherwise be put into
 * words in a single turn, a millisecond or two each, and whoever asks meanwhile would not be heard until all of them are.
 */
export const openTurns = (): (() => Promise<void>) => {
  const line = pLimit(1);
  return () => line(() => setImmediate());
};
