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
export interface Engine<Name extends string = EngineName> {
  readonly name: Name;
  readonly tf: TensorFlow;
  /** The version of what computes: TensorFlow's, the WASM backend's, TensorFlow.js's. */
  readonly version: string;
  /** One sentence why a faster engine was not taken; null when this is the fastest. */
  readonly why: string | null;
  /** tfjs-node's native binding, for recording; null where there is none. */
  readonly binding: NativeBinding | null;
}

/** Every loader, the fastest first. */
export const enginesByRank: readonly EngineLoader<EngineName>[] = byRank(Object.values<EngineLoader<EngineName>>(engines));

/**
 * The engine of that name, loaded on first use, and made the current one.
 * **Throws** EngineError where it cannot run here; `auto` only where none can.
 */
export const useEngine: (choice?: EngineChoice) => Promise<Engine> = engineChooser(enginesByRank);

/** `useEngine` over a shelf of loaders. */
export function engineChooser<Name extends string>(
  loaders: readonly EngineLoader<Name>[],
): (choice?: Name | 'auto') => Promise<Engine<Name>> {
  const ranked = byRank(loaders);
  const activate = activator<Name>();
  return async (choice = 'auto') => {
    if (choice === 'auto') return firstThatRuns(ranked, activate);
    const loader = ranked.find(({ name }) => name === choice);
    if (loader === undefined) throw unknownEngine(choice, ranked);
    return activate(loader, loader === ranked[0] ? null : `${loader.name} was asked for by name`);
  };
}

type Activate<Name extends string> = (loader: EngineLoader<Name>, why: string | null) => Promise<Engine<Name>>;

async function firstThatRuns<Name extends string>(
  ranked: readonly EngineLoader<Name>[],
  activate: Activate<Name>,
): Promise<Engine<Name>> {
  const problems: string[] = [];
  for (const loader of ranked) {
    try {
      return await activate(loader, problems.length > 0 ? problems.join('; ') : null);
    } catch (error) {
      problems.push(messageOf(error));
    }
  }
  throw new EngineError(`no engine runs here: ${problems.join('; ')}`);
}

/** Loads each engine once, however often it is made current. */
function activator<Name extends string>(): Activate<Name> {
  const loading = new Map<Name, Promise<LoadedEngine>>();
  return async (loader, why) => {
    try {
      const loaded = await (loading.get(loader.name) ?? remember(loading, loader.name, loader.load()));
      if (!(await loaded.tf.setBackend(loader.name))) throw new Error('its TensorFlow.js backend does not initialise');
      await loaded.tf.ready();
      return Object.freeze({ name: loader.name, ...loaded, why });
    } catch (cause) {
      throw new EngineError(`engine "${loader.name}" does not run here: ${messageOf(cause)} - ${loader.advice}`, { cause });
    }
  };
}

function remember<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): Value {
  map.set(key, value);
  return value;
}

function byRank<Name extends string>(loaders: readonly EngineLoader<Name>[]): readonly EngineLoader<Name>[] {
  return [...loaders].sort((a, b) => a.rank - b.rank);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function unknownEngine(choice: string, ranked: readonly EngineLoader[]): EngineError {
  return new EngineError(`unknown engine "${choice}" - known: ${['auto', ...ranked.map(({ name }) => name)].join(', ')}`);
}
