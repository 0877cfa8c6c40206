import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Compiler, compilerPath } from './compilers.ts';

/** A stranger's project in a folder of its own, with our packages installed as they would be published. */
export interface Project {
  /** Names of the programs in it. */
  readonly programs: readonly string[];
  /** Compiles all programs, once; what the compiler complains about, or nothing. */
  readonly compile: (compiler: Compiler) => string;
  /** Compiles and runs a program; what compiler and program complain about, or nothing. */
  readonly run: (compiler: Compiler, program: string, nodePath: string) => string;
  readonly remove: () => void;
}

const here: string = dirname(dirname(fileURLToPath(import.meta.url)));

/** Packs our packages, unpacks them beside the programs, and links what they depend on and nothing more. */
export const createProject = (): Project => {
  const folder = mkdtempSync(join(tmpdir(), 'vanish-consumer-'));
  const modules = join(folder, 'node_modules');
  for (const name of ['core', 'plots', 'display']) install(name, modules);
  link(join(here, '..', '..', 'node_modules', '@types', 'node'), join(modules, '@types', 'node'));
  cpSync(join(here, 'programs'), join(folder, 'programs'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const files = readdirSync(join(folder, 'programs'));
  const compiled = new Map<Compiler, string>();
  const compileOnce = (compiler: Compiler): string => {
    const known = compiled.get(compiler) ?? compile(compiler, folder, files);
    compiled.set(compiler, known);
    return known;
  };
  return {
    programs: files.map((file) => basename(file, '.ts')),
    compile: compileOnce,
    run: (compiler, program, nodePath) =>
      compileOnce(compiler) + complaint(nodePath, [join('out', compiler.alias, `${program}.js`)], folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

const compile = (compiler: Compiler, folder: string, files: readonly string[]): string => {
  const out = join('out', compiler.alias);
  mkdirSync(join(folder, out), { recursive: true });
  writeFileSync(join(folder, out, 'package.json'), `{ "type": "${compiler.writes}" }\n`);
  const sources = files.map((file) => join('programs', file));
  return complaint(process.execPath, [compilerPath(compiler), ...compiler.flags, '--outDir', out, ...sources], folder);
};

/** What a package holds after `npm install` of its packed form. */
const install = (name: string, modules: string): void => {
  const source = join(here, '..', name);
  const target = join(modules, '@vanish', name);
  for (const file of packedFiles(source)) cpSync(join(source, file), join(target, file));
  const { dependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const others = Object.keys(dependencies).filter((dependency) => !dependency.startsWith('@vanish/'));
  for (const dependency of others) link(join(source, 'node_modules', dependency), join(target, 'node_modules', dependency));
};

const packedFiles = (source: string): string[] => {
  const pack = spawnSync('npm', ['pack', '--dry-run', '--json'], {
    cwd: source,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const [{ files }] = JSON.parse(pack.stdout) as [{ files: readonly { readonly path: string }[] }];
  return files.map(({ path }) => path);
};

const link = (from: string, to: string): void => {
  if (!existsSync(from)) throw new Error(`${from} is not there: install the workspace first`);
  mkdirSync(dirname(to), { recursive: true });
  symlinkSync(from, to, 'junction');
};

const complaint = (command: string, args: readonly string[], cwd: string): string => {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 240_000 });
  return status === 0 ? '' : `${command} ${args.join(' ')}\n${error?.message ?? ''}${stdout}${stderr}`;
};
