import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let known: Promise<string> | null = null;
let fingerprint: Promise<string> | null = null;

/**
 * What an answer depends on beside its question: the version of the laboratory, the size and age of its built files, so that a change
 * in a working copy counts too, and the major version of Node. Read once, in about 40 milliseconds.
 */
export const laboratoryVersion = (): Promise<string> => {
  known ??= readVersion();
  return known;
};

/**
 * The same by the contents of the files, whose age differs from computer to computer: what answers depend on that several of them
 * share. Read once, in about 100 milliseconds.
 */
export const laboratoryFingerprint = (): Promise<string> => {
  fingerprint ??= readBuilt(async (path) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  );
  return fingerprint;
};

const readVersion = (): Promise<string> =>
  readBuilt(async (path) => {
    const { size, mtimeMs } = await stat(path);
    return `${size} ${mtimeMs}`;
  });

const readBuilt = async (tell: (path: string) => Promise<string>): Promise<string> => {
  const built = dirname(fileURLToPath(import.meta.resolve('@vanish/core')));
  const manifest = await readFile(join(dirname(built), 'package.json'), 'utf8');
  const names = (await readdir(built, { recursive: true })).filter((name) => name.endsWith('.js')).sort();
  const files = await Promise.all(names.map(async (name) => `${name} ${await tell(join(built, name))}`));
  const [major] = process.versions.node.split('.');
  return createHash('sha256')
    .update([manifest, major, ...files].join('\n'))
    .digest('hex');
};
