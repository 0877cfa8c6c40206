import { spawnSync } from 'node:child_process';

/** What can be timed, and by which program. */
const benches: Readonly<Record<string, string>> = {
  laboratory: 'packages/core/bench/bench.ts',
  watch: 'packages/core/bench/watch.ts',
  chat: 'packages/bot/bench/chat.ts',
  queue: 'packages/bot/bench/queue.ts',
};

/** `pnpm bench [laboratory|watch|chat|queue] [options of it]`: one of the benches, or all of them one after the other. */
const main = (): void => {
  const [first = '', ...others] = process.argv.slice(2);
  const chosen = benches[first];
  const programs = chosen === undefined ? Object.values(benches) : [chosen];
  const options = chosen === undefined ? process.argv.slice(2) : others;
  for (const program of programs) {
    const { status } = spawnSync('tsx', [program, ...options], { stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) process.exitCode = status ?? 1;
  }
};

main();
