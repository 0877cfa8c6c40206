import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A TypeScript that somebody compiles against our packages with. */
export interface Compiler {
  readonly name: string;
  /** Name under which this package depends on it. The aliases all claim the command `tsc`, so they are run by path. */
  readonly alias: string;
  readonly version: string;
  readonly flags: readonly string[];
  /** What it writes: a CommonJS program reaches us through `require`, a module through `import`. */
  readonly writes: 'commonjs' | 'module';
}

const always = ['--strict', '--target', 'es2022', '--types', 'node', '--skipLibCheck'];

/** From the oldest to the newest. tslab brings 5.0.4, resolves types the old way and calls `require`. */
export const compilers: readonly Compiler[] = [
  {
    name: 'TypeScript 5.0.4',
    alias: 'typescript-tslab',
    version: '5.0.4',
    flags: [...always, '--module', 'commonjs', '--moduleResolution', 'node', '--esModuleInterop'],
    writes: 'commonjs',
  },
  { name: 'TypeScript 6', alias: 'typescript', version: '6.0.3', flags: [...always, '--module', 'nodenext'], writes: 'module' },
  {
    name: 'TypeScript 7',
    alias: 'typescript-next',
    version: '7.0.2',
    flags: [...always, '--module', 'nodenext'],
    writes: 'module',
  },
];

/** The file to run with Node. */
export const compilerPath = ({ alias }: Compiler): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${alias}/package.json`)), 'bin', 'tsc');
