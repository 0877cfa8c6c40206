import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoopbackDiscord } from '@vanish/loopback/discord';

/** The bot as people run it, in a process of its own, with a Discord on this computer. */
export interface BotProcess {
  /** Reads `/metrics` once: each number by its name and labels, as they are written there. */
  readonly metrics: () => Promise<(name: string) => number>;
  readonly close: () => Promise<void>;
}

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** Starts the bot, and waits until the gateway knows it. */
export const startBot = async (discord: LoopbackDiscord): Promise<BotProcess> => {
  const folder = await mkdtemp(join(tmpdir(), 'vanish-bench-'));
  const child = spawn(process.execPath, [main, 'bot'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      DISCORD_TOKEN: discord.token,
      DISCORD_APPLICATION_ID: discord.applicationId,
      DISCORD_API_URL: discord.api,
      VANISH_STATUS_PORT: '0',
      VANISH_QUESTIONS_PER_MINUTE: '600',
      VANISH_QUEUE: '2000',
      // nothing is known from another time
      XDG_CACHE_HOME: folder,
    },
  });
  const status = await statusOf(child);
  return {
    metrics: async () => {
      const text = await (await fetch(`${status}/metrics`)).text();
      return (name) => numberOf(text, name);
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Where it tells its metrics, which its log says when it is ready. */
const statusOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said += String(text);
      const [, url] = /"status":"([^"]+)"/u.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once('exit', () => reject(new Error(`the bot ended: ${said}`)));
  });

const numberOf = (metrics: string, name: string): number => {
  const line = metrics.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? Number.NaN);
};
