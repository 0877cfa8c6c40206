import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { wheelBuildKey } from './build-keys.ts';
import { readBuild } from './build-record.ts';
import { addonFile, tfjsNodeFolder } from './tfjs-node-package.ts';

/**
 * How many threads of one process may compute at once, of as many as are wanted: tfjs-node's addon as it is published bears one
 * alone, the one that is built here any number, and so do the other engines. Loads no engine.
 */
export const threadsThatMayCompute = (wanted: number): number => {
  const folder = tfjsNodeFolder();
  const isOurs = readBuild(folder)?.key === wheelBuildKey(`${process.platform}-${process.arch}`);
  return isOurs || !existsSync(join(folder, addonFile)) ? wanted : 1;
};
