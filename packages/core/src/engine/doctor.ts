import { availableParallelism } from 'node:os';
import { cacheFolder } from './cache-folder.ts';
import { type Engine, useEngine } from './engine.ts';
import { bytesBelow, megabytes } from './provision/bytes.ts';

/** One thing about the machine, and what to do where it is not as it could be. */
export interface Finding {
  readonly name: string;
  readonly value: string;
  readonly isFine: boolean;
  readonly advice: string | null;
}

/** What a doctor says of the machine that the laboratory runs on. */
export type Examination = readonly Finding[];

/** Looks at Node, the engines, the cache and the cores; loads the fastest engine. Never throws on an unwell machine. */
export async function examineMachine(): Promise<Examination> {
  const engine = await useEngine('auto').catch((error: unknown) => error);
  return [nodeFinding(process.versions.node), ...engineFindings(engine), cacheFinding(), coresFinding()];
}

/** The oldest Node that this package supports, `engines.node` of package.json. */
const oldestNode = [20, 19] as const;

/** Whether a version of Node is recent enough. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isFine = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return { name: 'Node', value: version, isFine, advice: isFine ? null : `install Node ${oldestNode.join('.')} or later` };
}

function engineFindings(engine: unknown): readonly Finding[] {
  if (!isEngine(engine)) return [{ name: 'engine', value: 'none', isFine: false, advice: String(engine) }];
  const { name, version, why, binding, tf } = engine;
  const isNative = binding !== null;
  return [
    { name: 'engine', value: `${name} ${version}`, isFine: why === null, advice: why },
    {
      name: 'TensorFlow',
      value: isNative ? binding.TF_Version : 'not in use',
      isFine: isNative,
      advice: isNative ? null : 'run `pnpm provision`; answers are the same without it, only slower',
    },
    { name: 'TensorFlow.js', value: tf.version.tfjs, isFine: true, advice: null },
  ];
}

function isEngine(candidate: unknown): candidate is Engine {
  return typeof candidate === 'object' && candidate !== null && 'tf' in candidate;
}

function cacheFinding(): Finding {
  const folder = cacheFolder();
  return { name: 'cache folder', value: `${folder} (${megabytes(bytesBelow(folder))})`, isFine: true, advice: null };
}

function coresFinding(): Finding {
  return { name: 'cores', value: String(availableParallelism()), isFine: true, advice: null };
}
