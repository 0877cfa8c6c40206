#!/usr/bin/env node
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.ts';
import { forgetProblem, rememberProblem } from './outcome.ts';
import { provision } from './provision.ts';
import type { Step, Workplace } from './step.ts';
import { alreadyThere, officialDownload, tensorflowWheel, userCache } from './steps/index.ts';
import { tfjsNodeFolder } from './tfjs-node-package.ts';

/** From free to dear. */
const steps: readonly Step[] = [alreadyThere, userCache, officialDownload, tensorflowWheel];

/** The command `provision`: brings TensorFlow, or says in one line that WASM serves. Fails only when `--required`. */
async function main(): Promise<void> {
  const isRequired = process.argv.includes('--required');
  if (process.env['VANISH_ENGINE_PROVISION'] === 'skip') return finish('skipped (VANISH_ENGINE_PROVISION=skip)', isRequired);
  const started = performance.now();
  const outcome = await provision(steps, workplace());
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  switch (outcome.kind) {
    case 'provided':
      forgetProblem();
      say(`TensorFlow ${outcome.version} is ready (${outcome.by}, ${seconds})`);
      return;
    case 'failed':
      rememberProblem(outcome.problem);
      return finish(`could not be provided (${seconds}): ${outcome.problem}`, isRequired);
    default:
      return outcome satisfies never;
  }
}

function finish(problem: string, isRequired: boolean): void {
  say(`TensorFlow ${problem}. The WASM engine serves, slower`);
  if (isRequired) process.exitCode = 1;
}

function workplace(): Workplace {
  return {
    store: join(cacheFolder(), 'tensorflow'),
    tfjsNode: tfjsNodeFolder(),
    platform: `${process.platform}-${process.arch}`,
    nodeMajor: Number.parseInt(process.versions.node, 10),
    say,
  };
}

function say(line: string): void {
  process.stderr.write(`vanish: ${line}\n`);
}

// leaving by `exit` lets unfinished builds be cleared away and children be ended
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

main().catch((error: unknown) => finish(`could not be provided: ${String(error)}`, process.argv.includes('--required')));
