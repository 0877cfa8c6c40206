import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { runCommand } from '../run-command.ts';

/** The foreign programs that a wheel build needs, as commands with their first words. */
export interface Tools {
  readonly kind: 'found';
  readonly pip: readonly string[];
  readonly compiler: string;
}

/** Everything that is missing, at once, in words for the person who could install it. */
export interface MissingTools {
  readonly kind: 'missing';
  readonly missing: readonly string[];
}

const pipCommands = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']] as const;
const compilers = ['g++', 'clang++', 'c++'] as const;

/** Wheel 261 MB + libraries 813 MB + headers, and some air. **Unit** bytes. */
const neededBytes = 1.3 * 2 ** 30;

/** pip, a C++17 compiler, glibc and disk space: what a wheel build needs of the machine. */
export async function findTools(store: string): Promise<Tools | MissingTools> {
  const pip = await firstThatAnswers(pipCommands);
  const compiler = await firstThatAnswers(compilers.map((name) => [name]));
  const missing = [
    pip === null ? 'Python with pip' : null,
    compiler === null ? 'a C++ compiler (g++)' : null,
    hasGlibc(2, 27) ? null : 'glibc 2.27 or later (the wheels are not made for musl)',
    await spaceProblem(store),
  ].filter((problem) => problem !== null);
  return pip === null || compiler?.[0] === undefined || missing.length > 0
    ? { kind: 'missing', missing }
    : { kind: 'found', pip, compiler: compiler[0] };
}

async function firstThatAnswers(commands: readonly (readonly string[])[]): Promise<readonly string[] | null> {
  for (const command of commands) {
    const [program = '', ...words] = command;
    const answer = await runCommand(program, [...words, '--version'], { patienceMs: 20_000 });
    if (answer.kind === 'done') return command;
  }
  return null;
}

/** Node reports the glibc it runs on; on musl it reports none. */
function hasGlibc(major: number, minor: number): boolean {
  // without this the report asks for the name of every open connection
  Object.assign(process.report, { excludeNetwork: true });
  const { header } = process.report.getReport() as unknown as { readonly header: { readonly glibcVersionRuntime?: string } };
  const [ours = 0, oursMinor = 0] = (header.glibcVersionRuntime ?? '').split('.').map(Number);
  return ours > major || (ours === major && oursMinor >= minor);
}

async function spaceProblem(store: string): Promise<string | null> {
  mkdirSync(store, { recursive: true });
  const { bavail, bsize } = await statfs(store);
  return bavail * bsize >= neededBytes ? null : `disk space: ${(neededBytes / 2 ** 30).toFixed(1)} GB in ${store}`;
}
