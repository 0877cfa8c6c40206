import { rmSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const temporaryFiles = new Set<string>();

/** Writes all or nothing: under another name first, then renamed. **Throws** what the file system throws. */
export const writeWhole = async (path: string, content: string | Uint8Array): Promise<void> => {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  temporaryFiles.add(temporary);
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    temporaryFiles.delete(temporary);
  }
};

/** Removes what a write that was interrupted has left. At once: the process is about to end. */
export const removeUnfinished = (): void => {
  for (const path of temporaryFiles) rmSync(path, { force: true });
};
