import { setTimeout as wait } from 'node:timers/promises';
import type { Execution } from './kernel.ts';
import type { Asked, Talk } from './talk.ts';

/** How long to wait for what may never come, and for a kernel that has failed. **Unit** milliseconds. */
const times = { idle: 4_000, afterError: 300 } as const;

/** Runs a cell: done when its reply and the kernel's `idle` are both in. */
export const execute = async (talk: Talk, code: string, limitMs: number): Promise<Execution> => {
  const asked = await talk.ask('execute_request', {
    code,
    silent: false,
    store_history: true,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: true,
  });
  if (await talk.until(asked, () => asked.reply !== null, limitMs)) await talk.until(asked, () => asked.isIdle, times.idle);
  const status = talk.hasDied() ? 'died' : statusOf(asked);
  // whatever is sent right behind an error is dropped
  if (status === 'error') await wait(times.afterError);
  const count = asked.reply?.['execution_count'];
  return { status, outputs: asked.outputs(), count: typeof count === 'number' ? count : null };
};

const statusOf = ({ reply, isIdle }: Asked): Execution['status'] => {
  if (reply === null) return 'late';
  if (!isIdle) return 'flooded';
  return reply['status'] === 'ok' ? 'ok' : 'error';
};
