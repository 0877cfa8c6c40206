import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuildRecord, readBuild } from './build-record.ts';
import { recordFile } from './tfjs-node-package.ts';

/** Fills an empty folder with `lib/napi-v8` and `deps/lib`; resolves to the version of TensorFlow that it built. */
export type Build = (folder: string) => Promise<string>;

/** The whole build of that key in the store, or null. */
export function findBuild(store: string, key: string): BuildRecord | null {
  const record = readBuild(join(store, key));
  return record?.key === key ? record : null;
}

/**
 * Builds beside the store's finished builds and moves the result in with one rename: whoever looks sees all of it or
 * nothing. Of two that build at once the first wins and the second takes the winner's.
 * **Throws** what `build` throws, after clearing away.
 */
export async function storeBuild(store: string, key: string, build: Build): Promise<BuildRecord> {
  mkdirSync(store, { recursive: true });
  removeAbandoned(store);
  const folder = join(store, `${unfinished}${process.pid}-${key}`);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    remove();
    mkdirSync(folder);
    const tensorflow = await build(folder);
    const record: BuildRecord = { key, tensorflow, files: sizesBelow(folder) };
    writeFileSync(join(folder, recordFile), `${JSON.stringify(record, null, 2)}\n`);
    return moveIn(folder, join(store, key), record);
  } finally {
    remove();
    process.removeListener('exit', remove);
  }
}

const unfinished = 'unfinished-';

function moveIn(folder: string, home: string, record: BuildRecord): BuildRecord {
  const winner = readBuild(home);
  if (winner?.key === record.key) return winner;
  // what lies there is not whole
  rmSync(home, { recursive: true, force: true });
  try {
    renameSync(folder, home);
    return record;
  } catch (error) {
    const other = readBuild(home);
    if (other === null) throw error;
    return other;
  }
}

/** Removes what killed processes left; the process is named in the folder. */
function removeAbandoned(store: string): void {
  for (const name of readdirSync(store)) {
    if (name.startsWith(unfinished) && !isRunning(Number.parseInt(name.slice(unfinished.length), 10))) {
      rmSync(join(store, name), { recursive: true, force: true });
    }
  }
}

function isRunning(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else's
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function sizesBelow(folder: string): Readonly<Record<string, number>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  const sizes = files.filter((path) => existsSync(path)).map((path) => ({ path, stat: statSync(path) }));
  return Object.fromEntries(
    sizes.filter(({ stat }) => stat.isFile()).map(({ path, stat }) => [relative(folder, path), stat.size]),
  );
}
