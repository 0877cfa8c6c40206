import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { writeWhole } from '../write-whole.ts';
import { type AnswerStore, isLasting, type Kept, nameOf } from './answer-store.ts';

/** What all answers on disk may take; those not asked for longest go first. **Unit** bytes. */
const mostBytes = 200 * 2 ** 20;

const [compress, expand] = [promisify(gzip), promisify(gunzip)];

/**
 * Keeps answers in a folder, one compressed file each, for one version of the laboratory alone: `version` is part of every name, so
 * that a change in the code never serves what another code has measured. What cannot be read counts as absent, what cannot be
 * written is not kept.
 *
 * An answer of a slower engine, given because the fastest was missing, is not kept: that may be there the next time.
 */
export const diskStore = (folder: string, version: () => Promise<string>): AnswerStore => {
  const fileOf = async (query: string): Promise<string> => join(folder, `${nameOf(await version(), query)}.json.gz`);
  return {
    get: async (query) => {
      try {
        const file = await fileOf(query);
        const kept = JSON.parse(String(await expand(await readFile(file)))) as {
          readonly query: string;
          readonly since: string;
          readonly answer: Kept['answer'];
        };
        if (kept.query !== query) return null;
        const now = new Date();
        await utimes(file, now, now).catch(() => {});
        return { answer: kept.answer, since: new Date(kept.since) };
      } catch {
        return null;
      }
    },
    put: async (query, { answer, since }) => {
      if (!isLasting(query, answer)) return;
      try {
        await mkdir(folder, { recursive: true });
        await writeWhole(await fileOf(query), await compress(JSON.stringify({ query, since, answer })));
        await prune(folder);
      } catch {
        // a folder that cannot be written costs time, never an answer
      }
    },
    describe: async () => {
      const files = await filesIn(folder);
      const bytes = files.reduce((sum, { size }) => sum + size, 0);
      return `${files.length} kept, ${(bytes / 2 ** 20).toFixed(1)} MiB in ${folder}`;
    },
  };
};

const prune = async (folder: string): Promise<void> => {
  const files = [...(await filesIn(folder))].sort((one, other) => other.usedMs - one.usedMs);
  let sum = 0;
  for (const { path, size } of files) {
    sum += size;
    if (sum > mostBytes) await rm(path, { force: true });
  }
};

const filesIn = async (folder: string) => {
  const names = await readdir(folder).catch(() => []);
  const files = names
    .filter((name) => name.endsWith('.json.gz'))
    .map(async (name) => {
      const path = join(folder, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, usedMs: mtimeMs };
    });
  return (await Promise.allSettled(files)).flatMap((file) => (file.status === 'fulfilled' ? [file.value] : []));
};
