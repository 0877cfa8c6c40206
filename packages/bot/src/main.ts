#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import picocolors from 'picocolors';
import { diskStore } from './answers/disk-store.ts';
import { laboratoryVersion } from './answers/laboratory-version.ts';
import { memoryStore } from './answers/memory-store.ts';
import { openThreadLaboratory } from './laboratory/thread-laboratory.ts';
import { leave } from './leave.ts';
import { type Environment, readEnvironment } from './platforms/console/environment.ts';
import { exitCodes, type Host } from './platforms/console/host.ts';
import { runConsole } from './platforms/console/run-console.ts';
import type { Screen } from './platforms/console/screen.ts';
import type { Service } from './services/service.ts';
import { removeUnfinished } from './write-whole.ts';

/** The bin `vanish`: reads arguments, environment and streams (nobody else does) and starts the console, or a service by its name. */
const main = async (): Promise<void> => {
  const service = await findService(process.argv[2] ?? '');
  if (service !== null) loadEnvironmentFile();
  const environment = readEnvironment(process.env, {
    platform: process.platform,
    homeFolder: homedir(),
    cores: availableParallelism(),
  });
  if (service !== null) return leave(await serve(service, environment));
  const laboratory = openThreadLaboratory(environment.threads);
  const host: Host = {
    argv: process.argv.slice(2),
    folder: process.cwd(),
    input: process.stdin,
    output: process.stdout,
    isInputTerminal: process.stdin.isTTY === true,
    environment,
    screen: openScreen(environment),
    desk: { laboratory, answers: memoryStore(diskStore(environment.cacheFolder, laboratoryVersion)) },
    version: readVersion(),
    signal: signalOfEndings(['SIGINT']),
  };
  process.on('exit', removeUnfinished);
  const code = await runConsole(host);
  await laboratory.close();
  await leave(code);
};

/** The service of that name; most words are questions, which load nothing of this. */
const findService = async (name: string): Promise<Service | null> => {
  if (!/^[a-z]{3,12}$/u.test(name) || process.argv.length > 3) return null;
  const services = await import('./services/index.ts');
  return Object.values<Service>(services).find((service) => service.name === name) ?? null;
};

/** `.env` in the folder in which a service is started; what the environment holds already counts more. */
const loadEnvironmentFile = (): void => {
  if (existsSync('.env')) process.loadEnvFile('.env');
};

const serve = async (service: Service, { cacheFolder, threads, issues }: Environment): Promise<number> => {
  const note = (line: string): void => void process.stderr.write(`${line}\n`);
  return service.run({
    issues,
    variables: process.env,
    readFile: (path) => readFileSync(path, 'utf8'),
    cacheFolder,
    threads,
    version: readVersion(),
    note,
    signal: signalOfEndings(['SIGINT', 'SIGTERM', 'SIGHUP']),
  });
};

const endings = [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const;

const narrowestScreen = 40;
const usualScreen = 80;
const usualHeight = 24;

const openScreen = ({ isUnicode, isColourForced }: Environment): Screen => {
  const { stdout, stderr } = process;
  const isTerminal = stdout.isTTY === true;
  const isNoteTerminal = stderr.isTTY === true;
  return {
    // a terminal may be resized between two questions of a prompt
    get columns(): number {
      return Math.max(narrowestScreen, stdout.columns ?? usualScreen);
    },
    get rows(): number {
      return stderr.rows ?? usualHeight;
    },
    isTerminal,
    isNoteTerminal,
    isUnicode,
    paint: picocolors.createColors(isColourForced ?? isTerminal),
    notePaint: picocolors.createColors(isColourForced ?? isNoteTerminal),
    write: writerOf(stdout),
    note: writerOf(stderr),
  };
};

/** A reader that went away (`| head`) is no error: what it did not want to read is dropped, and the work goes on. */
const writerOf = (stream: NodeJS.WriteStream): ((text: string) => void) => {
  let isOpen = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    isOpen = false;
    if (error.code !== 'EPIPE') process.exitCode = exitCodes.internal;
  });
  return (text) => {
    if (isOpen) stream.write(text);
  };
};

/** A first of the `gentle` signals asks the work to end; any other, and a second one, does not ask. */
const signalOfEndings = (gentle: readonly NodeJS.Signals[]): AbortSignal => {
  const controller = new AbortController();
  for (const [name, number] of endings) {
    process.on(name, () => {
      if (controller.signal.aborted || !gentle.includes(name)) process.exit(128 + number);
      controller.abort();
    });
  }
  return controller.signal;
};

const readVersion = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
};

main().catch((error: unknown) => {
  process.stderr.write(`internal error: ${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env['VANISH_DEBUG'] === '1' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  process.exit(exitCodes.internal);
});
