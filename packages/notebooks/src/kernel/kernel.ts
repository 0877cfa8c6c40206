import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Connection, openConnection } from './connection.ts';
import { execute } from './execute.ts';
import type { Output } from './output.ts';
import { openTalk, type Talk } from './talk.ts';

/** What became of a cell. */
export interface Execution {
  /** `flooded`: it ran, but so many messages came at once that the kernel lost some. */
  readonly status: 'ok' | 'error' | 'flooded' | 'late' | 'died';
  readonly outputs: readonly Output[];
  /** Null where the kernel gave none. */
  readonly count: number | null;
}

/** A running tslab. */
export interface Kernel {
  /** Runs a cell; one at a time. After `late` and `died` the kernel is of no more use. */
  readonly execute: (code: string, limitMs: number) => Promise<Execution>;
  readonly stop: () => Promise<void>;
}

/** **Unit** milliseconds. */
const times = { ready: 60_000, ask: 300, stop: 2_000 } as const;

/**
 * Starts an unmodified tslab in the folder of a notebook and waits until it answers.
 * **Throws** Error where it does not.
 */
export const startKernel = async (folder: string): Promise<Kernel> => {
  const connection = await openConnection();
  const child = launch(folder, connection);
  const talk = openTalk(connection, child);
  const stop = async (): Promise<void> => {
    talk.close();
    await end(child);
    connection.remove();
  };
  try {
    await untilReady(talk);
  } catch (error) {
    await stop();
    throw error;
  }
  return { execute: (code, limitMs) => execute(talk, code, limitMs), stop };
};

const launch = (folder: string, { file }: Connection): ChildProcess => {
  const tslab = join(dirname(createRequire(import.meta.url).resolve('tslab/package.json')), 'bin', 'tslab');
  const leaveWithParent = fileURLToPath(new URL('leave-with-parent.cjs', import.meta.url));
  return spawn(process.execPath, ['--require', leaveWithParent, tslab, 'kernel', '--config-path', file], {
    cwd: folder,
    // its own words come as messages; what a library writes past them is no output of a cell
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '2' },
  });
};

/**
 * Who subscribes late misses the first messages, so the question is repeated until it is heard on both sockets; with ever more patience,
 * since a busy computer answers each time, but late.
 */
const untilReady = async (talk: Talk): Promise<void> => {
  const deadline = performance.now() + times.ready;
  for (let patience: number = times.ask; performance.now() < deadline; patience *= 1.5) {
    const asked = await talk.ask('kernel_info_request', {});
    if (await talk.until(asked, () => asked.isHeard && asked.reply !== null, patience)) return;
    if (talk.hasDied()) throw new Error('the tslab kernel ended before it answered: try `pnpm install`');
  }
  throw new Error(`the tslab kernel did not answer within ${times.ready / 1000} s`);
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const isGone = await Promise.race([gone.then(() => true), wait(times.stop, false, { ref: false })]);
  if (!isGone) child.kill('SIGKILL');
  await gone;
};
