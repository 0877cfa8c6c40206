import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** **Throws** when the SHA-256 of a file is not the expected one, saying both. */
export async function verifyHash(file: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest('hex');
  if (actual !== sha256) throw new Error(`the download is not the pinned one: SHA-256 ${actual}, expected ${sha256}`);
}
