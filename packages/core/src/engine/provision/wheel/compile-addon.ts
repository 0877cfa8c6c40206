import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
  const work = join(folder, 'work');
  const binding = copyBinding(tfjsNode, work);
  const sources = readdirSync(binding).filter((name) => name.endsWith('.cc'));
  mkdirSync(dirname(join(folder, addonFile)), { recursive: true });
  await compile({ compiler, work }, [
    ...sources.map((name) => join(binding, name)),
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

/** The one thing that all threads of a process share in tfjs-node's addon: names of attributes, in a set that nobody guards. */
const shared = 'static std::set<std::string> ATTR_NAME_SET;';
const ownPerThread = 'static thread_local std::set<std::string> ATTR_NAME_SET;';

/**
 * A copy of the addon's sources in which every thread has its own set. As published, two threads that compute at once damage it: TensorFlow then misses
 * attributes or the process ends with a segmentation fault, within seconds.
 */
function copyBinding(tfjsNode: string, work: string): string {
  const binding = join(work, 'binding');
  cpSync(join(tfjsNode, 'binding'), binding, { recursive: true, dereference: true });
  const file = join(binding, 'tfjs_backend.cc');
  const source = readFileSync(file, 'utf8');
  if (!source.includes(shared))
    throw new Error("tfjs-node's addon has changed: it no longer holds the set of names that threads share");
  writeFileSync(file, source.replace(shared, ownPerThread));
  return binding;
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
