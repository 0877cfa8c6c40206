/** The queue could not do its part; the sentence is written for whoever asked. */
export class QueueError extends Error {
  override readonly name = 'QueueError';
}

/** What is said when Redis is away. */
export const unreachable = 'The queue of the laboratory cannot be reached at the moment. Try again in a minute.';

/** What is said when Redis has forgotten a question. */
export const lost = 'The queue of the laboratory has lost this question. Ask again.';

/** A promise that may take so long; then it counts as broken. **Throws** QueueError. */
export const within = async <Value>(milliseconds: number, promise: Promise<Value>): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueError(unreachable)), milliseconds);
  });
  try {
    return await Promise.race([promise, over]);
  } finally {
    clearTimeout(timer);
  }
};
