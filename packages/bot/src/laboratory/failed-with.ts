import type { LastWord } from './thread-pool.ts';

/** An error as a thread says it to another. */
export const failedWith = (error: unknown): LastWord =>
  error instanceof Error
    ? { kind: 'failed', name: error.name, message: error.message, stack: error.stack ?? '' }
    : { kind: 'failed', name: 'Error', message: String(error), stack: '' };
