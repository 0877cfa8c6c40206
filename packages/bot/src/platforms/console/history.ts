import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../write-whole.ts';

/** Lines that the prompt remembers. */
export const longestHistory = 500;

const fileIn = (folder: string): string => join(folder, 'history');

/** The lines typed before, the newest first; none where there is no file to read. */
export const loadHistory = async (folder: string): Promise<readonly string[]> => {
  try {
    const text = await readFile(fileIn(folder), 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .slice(-longestHistory)
      .reverse();
  } catch {
    return [];
  }
};

/** Keeps the lines for the next time, the newest first. A folder that cannot be written costs the history, never the answer. */
export const saveHistory = async (folder: string, lines: readonly string[]): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(fileIn(folder), `${lines.slice(0, longestHistory).reverse().join('\n')}\n`);
  } catch {
    // nothing to tell: the questions were answered
  }
};
