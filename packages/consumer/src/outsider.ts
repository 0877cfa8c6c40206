import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a program printed, and how it ended. */
export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** An example of this repository in a folder of its own, with its packages installed from tarballs by npm. */
export interface Outsider {
  /** How the installation went. */
  readonly installed: Ran;
  readonly node: (nodePath: string, ...args: readonly string[]) => Ran;
  readonly remove: () => void;
}

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** Strict, as a project of one's own begins; the declarations of TensorFlow.js itself do not pass without skipLibCheck. */
const compilerOptions = {
  ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: true },
  ...{
    module: 'nodenext',
    target: 'es2023',
    rewriteRelativeImportExtensions: true,
    types: ['node'],
    rootDir: 'src',
    outDir: 'out',
  },
};

/** Copies `examples/<name>`, packs the packages of this repository that it uses, and lets npm install everything. */
export const createOutsider = (name: string): Outsider => {
  const folder = mkdtempSync(join(tmpdir(), 'vanish-outsider-'));
  const example = join(root, 'examples', name);
  const { dependencies } = JSON.parse(readFileSync(join(example, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const installable = Object.entries(dependencies).map(([dependency, version]) => [
    dependency,
    version === 'workspace:*' ? `file:${pack(dependency, folder)}` : version,
  ]);
  const types = { '@types/node': '20.19.43' };
  const project = { private: true, type: 'module', dependencies: Object.fromEntries(installable), devDependencies: types };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(project));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
  cpSync(join(example, 'src'), join(folder, 'src'), { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  // our packages bring TensorFlow by a command of their own
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--fetch-retries=1'];
  return {
    installed: run('npm', install, folder),
    node: (nodePath, ...args) => run(nodePath, args, folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Name of the tarball of a package. */
const pack = (dependency: string, folder: string): string => {
  const source = join(root, 'packages', dependency.replace('@vanish/', ''));
  const { status, output } = run('npm', ['pack', '--silent', '--pack-destination', folder], source);
  if (status !== 0) throw new Error(`${dependency} cannot be packed: ${output}`);
  return output.trim().split('\n').at(-1) ?? '';
};

const run = (command: string, args: readonly string[], cwd: string): Ran => {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 240_000 });
  return { status, output: `${error?.message ?? ''}${stdout}${stderr}` };
};
