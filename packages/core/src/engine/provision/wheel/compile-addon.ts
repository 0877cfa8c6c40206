import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { requireFromCore } from '../../load-tensorflow-js.ts';
import { runCommand } from '../run-command.ts';
import { addonFile, librariesFolder, preloadFile } from '../tfjs-node-package.ts';
import { preloadSource } from './preload-source.ts';

/** Compiles tfjs-node's addon against the libraries in the folder, and our small one that opens them early. */
export async function compileAddon(options: {
  readonly compiler: string;
  readonly tfjsNode: string;
  readonly headers: string;
  readonly folder: string;
}): Promise<void> {
  const { compiler, tfjsNode, headers, folder } = options;
  const libraries = join(folder, librariesFolder);
  const sources = readdirSync(join(tfjsNode, 'binding')).filter((name) => name.endsWith('.cc'));
  mkdirSync(dirname(join(folder, addonFile)), { recursive: true });
  const work = join(folder, 'work');
  await compile({ compiler, work }, [
    ...sources.map((name) => join(tfjsNode, 'binding', name)),
    `-I${headers}`,
    '-o',
    join(folder, addonFile),
    `-L${libraries}`,
    ...readdirSync(libraries).map((name) => `-l:${name}`),
    '-Wl,-rpath,$ORIGIN/../../deps/lib',
  ]);
  const preload = join(work, 'preload.cc');
  writeFileSync(preload, preloadSource);
  await compile({ compiler, work }, [preload, '-o', join(folder, preloadFile), '-pthread', '-ldl']);
}

async function compile(tools: { readonly compiler: string; readonly work: string }, words: readonly string[]): Promise<void> {
  const { compiler, work } = tools;
  const common = ['-O2', '-fPIC', '-shared', '-std=c++17', '-DNAPI_VERSION=8', '-w', `-I${nodeApiHeaders()}`];
  // a compiler says nothing while it works; ten seconds on a laptop may be minutes on a small board
  const options = { patienceMs: 300_000, environment: { TMPDIR: work } };
  const result = await runCommand(compiler, [...common, ...words], options);
  if (result.kind === 'failed') throw new Error(`${compiler}: ${result.reason}`);
}

function nodeApiHeaders(): string {
  return join(dirname(requireFromCore.resolve('node-api-headers/package.json')), 'include');
}
