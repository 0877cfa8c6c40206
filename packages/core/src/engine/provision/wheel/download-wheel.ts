import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bytesBelow, megabytes } from '../bytes.ts';
import { runCommand } from '../run-command.ts';
import type { Wheel } from './wheels.ts';

/** Lets pip fetch the wheel, as the user has set pip up (mirrors, proxies, certificates); resolves to the file. */
export async function downloadWheel(options: {
  readonly wheel: Wheel;
  readonly pip: readonly string[];
  readonly folder: string;
  readonly say: (line: string) => void;
}): Promise<string> {
  const { wheel, pip, folder, say } = options;
  const [program = '', ...words] = pip;
  const target = join(folder, 'wheel');
  mkdirSync(target);
  const result = await runCommand(program, [...words, ...downloadWords(wheel, target)], {
    // pip collects the file here first; so it can be measured, and goes when the folder goes
    environment: { TMPDIR: folder },
    progress: () => bytesBelow(folder),
    onProgress: (bytes) => say(`  ${megabytes(bytes)} of ${megabytes(wheel.bytes)}`),
  });
  if (result.kind === 'failed') throw new Error(`pip: ${result.reason}`);
  const file = readdirSync(target).find((name) => name.endsWith('.whl'));
  if (file === undefined) throw new Error('pip left no wheel');
  return join(target, file);
}

function downloadWords(wheel: Wheel, target: string): readonly string[] {
  return [
    'download',
    '--no-deps',
    '--only-binary=:all:',
    '--no-cache-dir',
    '--disable-pip-version-check',
    '--no-input',
    '--retries=1',
    '--timeout=20',
    '--implementation=cp',
    `--platform=${wheel.platformTag}`,
    `--python-version=${wheel.pythonVersion}`,
    `--abi=${wheel.abi}`,
    `--dest=${target}`,
    `${wheel.package}==${wheel.version}`,
  ];
}
