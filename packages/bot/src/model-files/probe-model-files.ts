import { type EngineChoice, useEngine } from '@vanish/core/engine';
import type { SavedModelFiles, SavedProbe } from '@vanish/core/watch';
import { ModelFileError } from './model-file-error.ts';
import { blaming, type ModelFiles, readModelFiles } from './read-model-files.ts';

/** A saved model, what it is shown, and on which engine. */
export interface ProbeOrder extends ModelFiles {
  readonly engine: string;
}

/** Reads a saved model and looks at it. **Throws** ModelFileError, in words for whoever named the files, and EngineError. */
export const probeModelFiles = async (
  { engine, ...files }: ProbeOrder,
  onStage: (stage: string) => void,
): Promise<SavedProbe> => {
  onStage(`reading ${files.model.name}`);
  const read = await readModelFiles(files);
  onStage('loading TensorFlow');
  await useEngine(engine as EngineChoice);
  onStage(`probing ${files.model.name}`);
  return blaming(files.model, () => probeWhereItCan(read, engine));
};

/** WebAssembly has no way back through some operations: whoever named no engine is served by the slower one that has. */
const probeWhereItCan = async (read: SavedModelFiles, engine: string): Promise<SavedProbe> => {
  const { probeSavedModel } = await import('@vanish/core/watch');
  try {
    return await probeSavedModel(read);
  } catch (error) {
    const [, operation, backend] = missing.exec(error instanceof Error ? error.message : '') ?? [];
    if (operation === undefined) throw error;
    if (engine !== 'auto')
      throw new ModelFileError(
        `the model takes ${operation}, which the engine ${backend} does not have - engine=cpu has it, and engine=tensorflow is fast`,
        { cause: error },
      );
    await useEngine('cpu');
    return probeSavedModel(read);
  }
};

/** How TensorFlow.js 4.22 says that an engine lacks an operation. */
const missing = /Kernel '(\w+)' not registered for backend '(\w+)'/u;
