import { loadTensorFlowJs } from '../load-tensorflow-js.ts';
import type { EngineLoader, LoadedEngine } from './engine-loader.ts';

/** Plain JavaScript: always there, a hundred times slower; the last resort and the referee of the other engines. */
export const cpu: EngineLoader<'cpu'> = {
  name: 'cpu',
  summary: 'plain JavaScript, the last resort',
  rank: 3,
  load,
  advice: 'run `pnpm install` again: @tensorflow/tfjs is part of the workspace',
};

async function load(): Promise<LoadedEngine> {
  const tf = loadTensorFlowJs();
  silenceGreeting(tf.findBackend('cpu'));
  return { tf, version: tf.version['tfjs-core'], binding: null };
}

/** The CPU backend greets Node users on first use, in eight lines of advertisement for tfjs-node. */
function silenceGreeting(backend: object): void {
  Object.assign(backend, { firstUse: false });
}
