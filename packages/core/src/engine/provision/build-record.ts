import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { recordFile } from './tfjs-node-package.ts';

/** What a finished build is made of. It lies beside the addon, in the cache and, through the link, in tfjs-node. */
export interface BuildRecord {
  /** The name of the build's folder; a new recipe, TensorFlow or tfjs-node is a new key. */
  readonly key: string;
  /** TensorFlow's own word for its version. */
  readonly tensorflow: string;
  /** Size of every file, in bytes, by its path from the root of the build. */
  readonly files: Readonly<Record<string, number>>;
}

/** The record of the build in a folder, if the build is whole: every file there, of its recorded size. No file is opened but the record. */
export function readBuild(folder: string): BuildRecord | null {
  try {
    const record = JSON.parse(readFileSync(join(folder, recordFile), 'utf8')) as BuildRecord;
    const isWhole = Object.entries(record.files).every(([path, bytes]) => statSync(join(folder, path)).size === bytes);
    return isWhole ? record : null;
  } catch {
    return null;
  }
}
