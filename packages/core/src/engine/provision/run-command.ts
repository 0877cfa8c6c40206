import { type ChildProcess, spawn } from 'node:child_process';

/** What a child process answered. */
export type CommandResult =
  | { readonly kind: 'done'; readonly output: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** How a child process is run and watched. */
export interface CommandOptions {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** A number that grows while the command gets on, such as bytes on disk; asked every second. */
  readonly progress?: () => number;
  /** Told every growth of `progress`. */
  readonly onProgress?: (value: number) => void;
  /** After this long with neither output nor progress the command is ended. **Unit** milliseconds. */
  readonly patienceMs?: number;
}

/** Runs a command to its end, and every child of it with it. Never rejects: a command that is not there has failed. */
export function runCommand(command: string, parameters: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const child = spawn(command, parameters, {
    cwd: options.folder,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // a group of its own, so that its children end with it
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  return new Promise((resolve) => {
    const transcript = listen(child);
    const endAll = (): void => endGroup(child);
    const watch = watchProgress(transcript, options, endAll);
    process.once('exit', endAll);
    const finish = (result: CommandResult): void => {
      watch.stop();
      process.removeListener('exit', endAll);
      resolve(result);
    };
    child.once('error', (error) => finish({ kind: 'failed', reason: error.message }));
    child.once('close', (code) => {
      const output = transcript.text();
      if (code === 0) finish({ kind: 'done', output });
      else finish({ kind: 'failed', reason: watch.hasGivenUp() ? watch.complaint : lastWords(output, code) });
    });
  });
}

interface Transcript {
  readonly text: () => string;
  readonly length: () => number;
}

function listen(child: ChildProcess): Transcript {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      text += chunk;
    });
  }
  return { text: () => text, length: () => text.length };
}

interface Watch {
  readonly stop: () => void;
  readonly hasGivenUp: () => boolean;
  readonly complaint: string;
}

function watchProgress(transcript: Transcript, options: CommandOptions, giveUp: () => void): Watch {
  const { progress = () => 0, onProgress, patienceMs = 60_000 } = options;
  let last = { value: 0, words: 0, at: performance.now() };
  let hasGivenUp = false;
  const look = (): void => {
    const value = progress();
    if (value > last.value) onProgress?.(value);
    if (value > last.value || transcript.length() > last.words)
      last = { value, words: transcript.length(), at: performance.now() };
    if (performance.now() - last.at < patienceMs) return;
    hasGivenUp = true;
    giveUp();
  };
  const timer = setInterval(look, Math.min(1000, patienceMs));
  return {
    stop: () => clearInterval(timer),
    hasGivenUp: () => hasGivenUp,
    complaint: `no progress for ${patienceMs / 1000} s`,
  };
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // it has just ended by itself
  }
}

/** The line of the output that says most: the last error message, else the last line. */
function lastWords(output: string, code: number | null): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .reverse();
  const line = lines.find((text) => /error: /i.test(text)) ?? lines.find((text) => text !== '');
  return line?.slice(0, 300) ?? `exit code ${code}`;
}
