import type { NativeBinding } from '../native-binding.ts';
import type { TensorFlow } from '../tensorflow.ts';

/** What a loader hands over once its backend is registered with TensorFlow.js. */
export interface LoadedEngine {
  readonly tf: TensorFlow;
  /** The version of what computes: TensorFlow's, the WASM backend's, TensorFlow.js's. */
  readonly version: string;
  readonly binding: NativeBinding | null;
}

/** How one engine comes to life. `load` is asked once per process; it rejects, saying why, where the engine cannot run. */
export interface EngineLoader<Name extends string = string> {
  /** The name a user types, and the name of the TensorFlow.js backend. */
  readonly name: Name;
  /** One line for help and tables, lower case, no full stop. */
  readonly summary: string;
  /** `auto` takes the engine of the lowest rank that loads. */
  readonly rank: number;
  readonly load: () => Promise<LoadedEngine>;
  /** What to do when it does not load. */
  readonly advice: string;
}
