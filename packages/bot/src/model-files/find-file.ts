import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Issue } from '@vanish/core/query';
import { deskIssue } from '../desk-issue.ts';
import { nearestOf } from '../nearest.ts';
import { foreignFormats } from './foreign-formats.ts';

/** A file as it was named, and where it lies. */
export interface NamedFile {
  readonly name: string;
  readonly path: string;
}

/** What is looked for: what people call it, and how large it may be. */
export interface Wanted {
  readonly field: 'model' | 'data';
  /** As it is usually named. */
  readonly usual: string;
  /** **Unit** bytes. */
  readonly most: number;
}

const mebibyte = 2 ** 20;

/** A model.json without its weights; larger than any that people write. */
export const wantedModel: Wanted = { field: 'model', usual: 'model.json', most: 64 * mebibyte };

/** Examples written down as numbers. */
export const wantedData: Wanted = { field: 'data', usual: 'data.json', most: 256 * mebibyte };

/** A file by its name, from a folder on; looked at and not read, so that whoever talks to people is not held up. */
export const findFile = async (
  name: string,
  folder: string,
  wanted: Wanted,
): Promise<{ readonly file: NamedFile } | { readonly issue: Issue }> => {
  const path = resolve(folder, name);
  const problem = problemOfName(name) ?? (await problemOfFile(name, path, wanted));
  if (problem === null) return { file: { name, path } };
  return { issue: deskIssue({ field: wanted.field, given: name, nearest: null, ...problem }) };
};

interface Problem {
  readonly problem: string;
  readonly nearest?: string | null;
}

/** What the name alone says. */
const problemOfName = (name: string): Problem | null => {
  if (/^[a-z][a-z+]+:\/\//iu.test(name))
    return { problem: `"${name}" is an address - download the model.json and the files beside it, and give the path` };
  const format = foreignFormats[extname(name).toLowerCase()];
  return format === undefined ? null : { problem: `"${name}" is ${format.what} - ${format.advice}` };
};

const problemOfFile = async (name: string, path: string, { usual, most }: Wanted): Promise<Problem | null> => {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return problemOfFolder(name, path, usual);
    if (!found.isFile()) return { problem: `"${name}" is no ordinary file` };
    if (found.size === 0) return { problem: `"${name}" is empty` };
    if (found.size <= most) return null;
    const [size, limit] = [found.size, most].map((bytes) => Math.ceil(bytes / mebibyte));
    return { problem: `"${name}" has ${size} MiB, more than the ${limit} MiB that a ${usual} may have` };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EACCES' || code === 'EPERM') return { problem: `"${name}" may not be read: permission denied` };
    return { problem: `there is no file "${name}"`, nearest: await nearestFile(name, path) };
  }
};

const problemOfFolder = async (name: string, path: string, usual: string): Promise<Problem> => {
  const inside = await namesIn(path);
  if (inside.includes(usual)) return { problem: `"${name}" is a folder`, nearest: join(name, usual) };
  const format = inside.map((each) => foreignFormats[extname(each).toLowerCase()]).find((each) => each !== undefined);
  if (format !== undefined) return { problem: `"${name}" is a folder with ${format.what} - ${format.advice}` };
  return { problem: `"${name}" is a folder without a ${usual} - name the file itself` };
};

const nearestFile = async (name: string, path: string): Promise<string | null> => {
  const names = (await namesIn(dirname(path))).filter((each) => extname(each) === '.json');
  const nearest = nearestOf(names, basename(path));
  return nearest === null ? null : join(dirname(name), nearest);
};

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);
