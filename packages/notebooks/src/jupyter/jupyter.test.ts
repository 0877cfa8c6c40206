import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { jupyterFolder } from '../lecture/notebooks.ts';
import { howToInstall } from './find-jupyter.ts';

test('the kernelspec finds the tslab of this repository from wherever it is cloned', () => {
  const file = join(jupyterFolder, 'kernels', 'tslab', 'kernel.json');
  const { argv, language } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly argv: readonly string[];
    readonly language: string;
  };
  const [command, script = ''] = argv;
  expect({ command, language }).toEqual({ command: 'node', language: 'typescript' });
  expect(existsSync(script.replace('{resource_dir}', dirname(file)))).toBe(true);
  expect(argv.filter((argument) => argument.startsWith('/'))).toEqual([]);
});

test.each(['linux', 'darwin', 'win32'] as const)('on %s it is said what to install, and what works without', (platform) => {
  const said = howToInstall(platform);
  expect(said).toContain('pip install jupyterlab');
  expect(said).toContain('pnpm notebooks:html');
});
