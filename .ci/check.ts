import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Step, steps } from './steps.ts';

/** How a step went. A step without tests counts as one check. */
interface Outcome {
  readonly step: Step;
  readonly passed: number;
  readonly failed: number;
}

const root: string = dirname(dirname(fileURLToPath(import.meta.url)));

/** The command `check [--only <step>]…`: runs every step, says what failed and what to do, and counts at the end. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const unknown = values.only?.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) return refuse(unknown);
  const outcomes: Outcome[] = [];
  for (const step of steps.filter(({ name }) => values.only?.includes(name) ?? true)) {
    const needed = outcomes.find(({ step: { name }, failed }) => name === step.needs && failed > 0);
    outcomes.push(needed === undefined ? await run(step) : skip(step));
  }
  report(outcomes);
}

function refuse(name: string): void {
  console.error(`unknown step "${name}" - known: ${steps.map((step) => step.name).join(', ')}`);
  process.exitCode = 2;
}

function skip(step: Step): Outcome {
  console.log(`\n── ${step.name} ── not run: it needs ${step.needs}, which failed`);
  return { step, passed: 0, failed: 0 };
}

async function run(step: Step): Promise<Outcome> {
  console.log(`\n── ${step.name} ── ${[step.command, ...step.args].join(' ')}`);
  if (step.counts !== undefined) rmSync(join(root, step.counts), { force: true });
  const started = performance.now();
  const hasPassed = await succeeds(step);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(hasPassed ? `✓ ${step.name} (${seconds} s)` : `✗ ${step.name} (${seconds} s): ${step.advice}`);
  return { step, ...count(step, hasPassed) };
}

/** Whether the command of a step ends well; what it prints goes straight to the reader. */
function succeeds({ command, args }: Step): Promise<boolean> {
  const env = {
    ...process.env,
    PATH: [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
  };
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', (error) => {
      console.error(`${command} did not start: ${error.message}`);
      resolve(false);
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

/** The tests a step ran, or the step itself; a step that failed though none of its tests did is one failure. */
function count({ counts }: Step, hasPassed: boolean): { readonly passed: number; readonly failed: number } {
  const { numPassedTests = 0, numFailedTests = 0 } = counts === undefined ? {} : readCounts(counts);
  if (counts === undefined && hasPassed) return { passed: 1, failed: 0 };
  return { passed: numPassedTests, failed: hasPassed ? numFailedTests : Math.max(1, numFailedTests) };
}

function readCounts(path: string): { readonly numPassedTests?: number; readonly numFailedTests?: number } {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch {
    // tests that crashed leave no counts behind
    return {};
  }
}

function report(outcomes: readonly Outcome[]): void {
  const sum = (key: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const failures = outcomes.filter(({ failed }) => failed > 0);
  console.log('');
  for (const { step } of failures) console.log(`✗ ${step.name}: ${step.advice}`);
  if (failures.length > 0) process.exitCode = 1;
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}

await main();
