import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of all files below a folder, links not followed; what vanishes while counting counts nothing. */
export function bytesBelow(folder: string): number {
  let bytes = 0;
  for (const path of entries(folder)) bytes += lstatSync(join(folder, path), { throwIfNoEntry: false })?.size ?? 0;
  return bytes;
}

/** `261 MB`, in powers of 1024. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}

function entries(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
