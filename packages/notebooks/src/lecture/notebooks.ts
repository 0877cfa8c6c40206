import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cell } from '../notebook/cell.ts';
import { readSource } from '../notebook/source.ts';

/** A notebook of the lecture. */
export interface Notebook {
  /** `01-vanishing-gradient` */
  readonly name: string;
  /** The text it is made of, and the notebook that is made of it. */
  readonly source: string;
  readonly file: string;
}

const packageFolder: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the notebooks stand; their kernel works there, too. */
export const lectureFolder: string = join(packageFolder, 'lecture');

/** What Jupyter is told to find our kernel by. */
export const jupyterFolder: string = join(packageFolder, 'jupyter');

/** Where pages for people without Jupyter are written. */
export const pagesFolder: string = join(packageFolder, 'pages');

/** All notebooks, in the order of the lecture. */
export const listNotebooks = (): readonly Notebook[] =>
  readdirSync(lectureFolder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => {
      const name = basename(file, '.md');
      return { name, source: join(lectureFolder, file), file: join(lectureFolder, `${name}.ipynb`) };
    });

/** The notebooks whose names contain what was asked for: `01`, `activations`; all where nothing was. **Throws** RangeError where there is none. */
export const chooseNotebooks = (asked: readonly string[]): readonly Notebook[] => {
  const all = listNotebooks();
  for (const part of asked) {
    if (all.some(({ name }) => name.includes(part))) continue;
    throw new RangeError(`no notebook is called "${part}" - there are: ${all.map(({ name }) => name).join(', ')}`);
  }
  return asked.length === 0 ? all : all.filter(({ name }) => asked.some((part) => name.includes(part)));
};

/** The cells of a notebook, from its text. **Throws** Error where the text is none. */
export const cellsOf = ({ name, source }: Notebook): readonly Cell[] => {
  try {
    return readSource(readFileSync(source, 'utf8'));
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
};
