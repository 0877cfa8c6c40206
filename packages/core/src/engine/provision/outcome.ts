import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.ts';

/** Remembers why TensorFlow could not be provided, so that engines and the doctor can say it later. */
export function rememberProblem(problem: string): void {
  mkdirSync(cacheFolder(), { recursive: true });
  writeFileSync(problemFile(), `${problem}\n`);
}

/** TensorFlow is in place; nothing to explain any more. */
export function forgetProblem(): void {
  rmSync(problemFile(), { force: true });
}

/** ` (why it could not be provided)`, ready to be appended to a sentence; empty where nothing is known. */
export function lastProvisioningProblem(): string {
  try {
    return ` (${readFileSync(problemFile(), 'utf8').trim()})`;
  } catch {
    return '';
  }
}

function problemFile(): string {
  return join(cacheFolder(), 'tensorflow-problem.txt');
}
