import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { EngineName } from '../src/engine/index.ts';
import { median } from './median-ms.ts';

/** Milliseconds of a fresh process, by part; `answer` and `answerWithPicture` count from its very start. */
export type StartTimes = Readonly<Record<string, number>>;

const script = fileURLToPath(new URL('./start.mjs', import.meta.url));
const run = promisify(execFile);

/** Medians over fresh processes: as a user starts, and with TensorFlow.js loaded apart from TensorFlow. */
export const timeStart = async (
  engine: EngineName,
  processes: number,
): Promise<{ readonly whole: StartTimes; readonly apart: StartTimes }> => ({
  whole: await medians([engine], processes),
  apart: await medians([engine, 'apart'], processes),
});

const medians = async (args: readonly string[], processes: number): Promise<StartTimes> => {
  const all: StartTimes[] = [];
  for (let number = 0; number < processes; number += 1) {
    const { stdout } = await run(process.execPath, [script, ...args]);
    all.push(JSON.parse(stdout) as StartTimes);
  }
  const parts = Object.keys(all[0] ?? {});
  return Object.fromEntries(parts.map((part) => [part, median(all.map((times) => times[part] ?? Number.NaN))]));
};
