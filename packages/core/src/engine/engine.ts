import { EngineError } from './engine-error.ts';
import type { EngineLoader, LoadedEngine } from './engines/engine-loader.ts';
import * as engines from './engines/index.ts';
import type { NativeBinding } from './native-binding.ts';
import type { TensorFlow } from './tensorflow.ts';

/** Which engine did the arithmetic. */
export type EngineName = keyof typeof engines;

/** What a user may ask for: an engine by name, or the fastest that is there. */
export type EngineChoice = EngineName | 'auto';

/** An engine that is ready to compute. TensorFlow.js has one current backend per process: the last engine asked for. */
export interface Engine {
  readonly name: EngineName;
  readonly tf: TensorFlow;
  /** The version of what computes: TensorFlow's, the WASM backend's, TensorFlow.js's. */
  readonly version: string;
  /** One sentence why a faster engine was not taken; null when this is the fastest. */
  readonly why: string | null;
  /** tfjs-node's native binding, for recording; null where there is none. */
  readonly binding: NativeBinding | null;
}

type Loader = EngineLoader<EngineName>;

/** Every loader, the fastest first. */
export const enginesByRank: readonly Loader[] = Object.values<Loader>(engines).sort((a, b) => a.rank - b.rank);

const loading = new Map<EngineName, Promise<LoadedEngine>>();

/**
 * The engine of that name, loaded on first use, and made the current one.
 * **Throws** EngineError where it cannot run here; `auto` only where none can.
 */
export async function useEngine(choice: EngineChoice = 'auto'): Promise<Engine> {
  if (choice === 'auto') return useFastest();
  const loader = enginesByRank.find(({ name }) => name === choice);
  if (loader === undefined) throw unknownEngine(choice);
  const isFastest = loader === enginesByRank[0];
  return activate(loader, isFastest ? null : `${loader.name} was asked for by name`);
}

async function useFastest(): Promise<Engine> {
  const failures: EngineError[] = [];
  for (const loader of enginesByRank) {
    try {
      return await activate(loader, failures.length > 0 ? failures.map(({ message }) => message).join('; ') : null);
    } catch (error) {
      failures.push(error as EngineError);
    }
  }
  throw new EngineError(`no engine runs here: ${failures.map(({ message }) => message).join('; ')}`, { cause: failures });
}

async function activate(loader: Loader, why: string | null): Promise<Engine> {
  try {
    const loaded = await loadOnce(loader);
    if (!(await loaded.tf.setBackend(loader.name))) throw new Error('its TensorFlow.js backend does not initialise');
    await loaded.tf.ready();
    return Object.freeze({ name: loader.name, ...loaded, why });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EngineError(`engine "${loader.name}" does not run here: ${reason} - ${loader.advice}`, { cause });
  }
}

function loadOnce(loader: Loader): Promise<LoadedEngine> {
  const known = loading.get(loader.name);
  if (known !== undefined) return known;
  const loaded = loader.load();
  loading.set(loader.name, loaded);
  return loaded;
}

function unknownEngine(choice: string): EngineError {
  const known = ['auto', ...enginesByRank.map(({ name }) => name)].join(', ');
  return new EngineError(`unknown engine "${choice}" - known: ${known}`);
}
