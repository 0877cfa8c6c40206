import { cpSync, lstatSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** The two folders that a build gives to tfjs-node: the addon's and the libraries'. */
const linkedFolders = ['lib', 'deps'] as const;

/** Makes tfjs-node's `lib` and `deps` links into a build, so that a fresh clone costs neither time nor disk. */
export function linkBuild(build: string, tfjsNode: string): void {
  for (const name of linkedFolders) replaceByLink(join(build, name), join(tfjsNode, name));
}

function replaceByLink(target: string, link: string): void {
  const fresh = `${link}.${process.pid}.new`;
  const old = `${link}.${process.pid}.old`;
  linkOrCopy(target, fresh);
  // rename replaces a link in one step, but neither a folder nor, on Windows, a junction
  const isInTheWay = exists(link) && (process.platform === 'win32' || !lstatSync(link).isSymbolicLink());
  if (isInTheWay) renameSync(link, old);
  renameSync(fresh, link);
  rmSync(old, { recursive: true, force: true });
}

function linkOrCopy(target: string, link: string): void {
  rmSync(link, { recursive: true, force: true });
  try {
    symlinkSync(target, link, 'junction');
  } catch {
    cpSync(target, link, { recursive: true });
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
