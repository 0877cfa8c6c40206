import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Issue } from '@vanish/core/query';
import { deskIssue } from '../../desk-issue.ts';
import { nearestOf } from '../../nearest.ts';

const formats = ['png', 'svg', 'json', 'html'] as const;

/** What can be written to a file. */
export type Format = (typeof formats)[number];

/** A file that will be written: its path was checked. */
export interface OutputFile {
  readonly path: string;
  readonly format: Format;
}

/** A file as a user named it, or what is wrong with that name. */
export type PlannedFile =
  | { readonly kind: 'file'; readonly file: OutputFile }
  | { readonly kind: 'issue'; readonly issue: Issue };

/** Checks a path before anything is measured, so that nobody waits for an answer that cannot be kept. */
export const planFile = async (name: string, folder: string): Promise<PlannedFile> => {
  const path = resolve(folder, name);
  const extension = extname(name).slice(1).toLowerCase();
  const format = formats.find((each) => each === extension);
  if (await isFolder(path)) return refuse(name, `"${name}" is a folder; name a file in it`, join(name, 'vanish.png'));
  if (format === undefined) return refuse(name, wrongExtension(name, extension), nearestName(name, extension));
  const parent = dirname(path);
  if (!(await exists(parent))) return refuse(name, `cannot write "${name}": the folder ${parent} does not exist`, basename(name));
  if (!(await isFolder(parent))) return refuse(name, `cannot write "${name}": ${parent} is not a folder`, basename(name));
  const isReadOnly = (await exists(path)) && !(await isWritable(path));
  if (isReadOnly || !(await isWritable(parent))) {
    return refuse(name, `cannot write "${name}": permission denied${isReadOnly ? '' : ` in the folder ${parent}`}`, null);
  }
  return { kind: 'file', file: { path, format } };
};

/** A file system's error as one sentence. */
export const fileProblem = (path: string, error: unknown): Issue => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reasons: Readonly<Record<string, string>> = {
    ENOSPC: 'the disk is full',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOENT: 'its folder does not exist',
    ENAMETOOLONG: 'the name is too long',
  };
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return deskIssue({ field: 'out', given: path, problem: `cannot write "${path}": ${reason}` });
};

/** The name of the picture of a question: `vanish-depth-10-act-sigmoid.png`. */
export const pictureName = (query: string): string => fileName(query, 'picture', 'png');

/** The name of the page about a question. */
export const pageName = (query: string): string => fileName(query, 'page', 'html');

const fileName = (query: string, otherwise: string, format: Format): string => {
  const words = query
    .toLowerCase()
    .replace(/[^a-z0-9.]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  const short = words.length <= longestName ? words : `${words.slice(0, longestName)}-${fingerprint(words)}`;
  return `vanish-${short === '' ? otherwise : short}.${format}`;
};

const longestName = 80;

/** FNV-1a, so that two long questions do not share a file. */
const fingerprint = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
};

const refuse = (name: string, problem: string, nearest: string | null): PlannedFile => ({
  kind: 'issue',
  issue: deskIssue({ field: 'out', given: name, problem, nearest: nearest === null ? null : `--out ${nearest}` }),
});

const wrongExtension = (name: string, extension: string): string =>
  extension === ''
    ? `"${name}" does not say what to write: end it with .png, .svg, .json or .html`
    : `cannot write "${name}": .${extension} is not one of .png, .svg, .json, .html`;

const nearestName = (name: string, extension: string): string =>
  extension === '' ? `${name}.png` : `${name.slice(0, -extension.length)}${nearestOf(formats, extension) ?? 'png'}`;

const exists = async (path: string): Promise<boolean> => isAllowed(path, constants.F_OK);
const isWritable = async (path: string): Promise<boolean> => isAllowed(path, constants.W_OK);

const isAllowed = async (path: string, mode: number): Promise<boolean> => {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false;
  }
};

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};
