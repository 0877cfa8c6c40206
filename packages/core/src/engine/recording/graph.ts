import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs';
import { CompileError } from '../compile-error.ts';
import type { TensorFlow } from '../tensorflow.ts';
import type { Recording } from './graph-nodes.ts';
import { type NativeBackend, nativeBackend } from './native-backend.ts';
import { encodeSavedModel, servingTag } from './saved-model.ts';

/** A recorded function inside TensorFlow, ready to run in one call. */
export interface Graph {
  readonly run: (inputs: readonly Tensor[]) => readonly Tensor[];
  /** Deletes the session with everything it holds. */
  readonly dispose: () => void;
}

/** Hands a recording to TensorFlow. **Throws** CompileError where TensorFlow does not take it. */
export function createGraph(tf: TensorFlow, { nodes, inputs, outputs, positions }: Recording): Graph {
  const backend = nativeBackend(tf);
  const session = loadSession(backend, encodeSavedModel(nodes));
  const [fed, fetched] = [inputs.join(','), outputs.join(',')];
  return {
    run: (tensors) => {
      const made = runSession(backend, session, tensors, fed, fetched).map((tensor) => backend.createOutputTensor(tensor));
      const isTaken = new Set<number>();
      return positions.map((position) => {
        const tensor = made[position] as Tensor;
        if (isTaken.has(position)) return tensor.clone();
        isTaken.add(position);
        return tensor;
      });
    },
    dispose: () => backend.binding.deleteSavedModel(session),
  };
}

function runSession(
  backend: NativeBackend,
  session: number,
  tensors: readonly Tensor[],
  fed: string,
  fetched: string,
): ReturnType<NativeBackend['binding']['runSavedModel']> {
  const ids = backend.getInputTensorIds(tensors);
  try {
    return backend.binding.runSavedModel(session, ids, fed, fetched);
  } catch (cause) {
    throw new CompileError(`the recorded graph failed while running: ${messageOf(cause)}`, { cause });
  }
}

/** The loader reads from disk only: a folder of our own that lives as long as the call. */
function loadSession({ binding }: NativeBackend, savedModel: Uint8Array): number {
  const folder = createFolder();
  try {
    writeFileSync(join(folder, 'saved_model.pb'), savedModel, { mode: 0o600 });
    return binding.loadSavedModel(folder, servingTag);
  } catch (cause) {
    throw new CompileError(
      `TensorFlow does not take the recorded graph: ${messageOf(cause)} - call the function without compile`,
      { cause },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function createFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'vanish-graph-'));
  } catch (cause) {
    throw new CompileError(
      `no folder for the recorded graph: ${messageOf(cause)} - let TMPDIR name a folder that can be written`,
      { cause },
    );
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
